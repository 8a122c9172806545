/** The parent node, or the host if the parent is a shadow root. */
export function parentOf(node: Node): Node | null {
  return node.parentNode instanceof ShadowRoot ? node.parentNode.host : node.parentNode;
}
