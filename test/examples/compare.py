"""Pooled overall response of each class, and the odds ratio between them."""

import json
import sys
from urllib.parse import urlencode
from urllib.request import urlopen

base = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8787"
question = {"outcome": "orr", "lines": "3+"}
with urlopen(f"{base}/v1/comparison?{urlencode(question)}") as answer:
    [outcome] = json.load(answer)["outcomes"]


def percent(share):
    return "–" if share is None else f"{100 * share:.1f} %"


for group, pool in outcome["pools"].items():
    low, high = pool["interval"] or (None, None)
    print(f"{group}: {percent(pool['estimate'])} ({percent(low)} to {percent(high)}), {pool['k']} trials")

[contrast] = outcome["contrasts"]
if contrast["status"] == "ok":
    low, high = contrast["interval"]
    print(f"odds ratio {contrast['oddsRatio']:.2f} ({low:.2f} to {high:.2f})")
if outcome["status"]["changedBy"] is not None:
    print("changed by {analysis}: {differencePer100:.0f} per 100".format(**outcome["status"]["changedBy"]))
