#!/bin/sh
# Overall response, CAR-T cells and bispecific antibodies: as JSON, then as a table.
base=${1:-http://127.0.0.1:8787}
curl --silent --show-error --fail "$base/v1/comparison?outcome=orr"
curl --silent --show-error --fail "$base/v1/comparison.csv?outcome=orr&age=60-"
