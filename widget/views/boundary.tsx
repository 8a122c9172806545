/** Catches whatever is thrown while the element is drawn. */
import { Component, type ComponentChildren } from "preact";

interface BoundaryProps {
  /** Is called while the tree is drawn, so it draws nothing itself. */
  onError: (error: unknown) => void;
  children: ComponentChildren;
}

/** Draws nothing any more once one of its children threw. */
export class Boundary extends Component<BoundaryProps, { isBroken: boolean }> {
  override state = { isBroken: false };

  override componentDidCatch(error: unknown): void {
    this.setState({ isBroken: true });
    this.props.onError(error);
  }

  override render({ children }: BoundaryProps) {
    return this.state.isBroken ? null : children;
  }
}
