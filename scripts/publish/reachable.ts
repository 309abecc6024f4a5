/** All that a start leads to in turn, the start among them. */
export function reachable(from: readonly string[], next: (name: string) => readonly string[]): Set<string> {
  const reached = new Set<string>();
  const reach = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    next(name).forEach(reach);
  };
  from.forEach(reach);
  return reached;
}
