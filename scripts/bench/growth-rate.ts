/** A quantity on platforms of so many operations, from the smallest. */
export type Curve = readonly (readonly [operations: number, value: number])[];

/**
 * The exponent by which a quantity grows beyond what the smallest platform costs: the slope, by least squares, of the
 * logarithm of its growth over that of the added operations. 1 is proportional.
 *
 * @returns 0 where it hardly grows; undefined with fewer than three platforms
 */
export function exponent([first, ...later]: Curve): number | undefined {
  if (first === undefined || later.length < 2) return undefined;
  const points = later
    .map(([operations, value]) => [Math.log(operations - first[0]), Math.log(value - first[1])] as const)
    .filter(([, y]) => Number.isFinite(y));
  if (points.length < 2) return 0;
  const mean = (axis: 0 | 1): number => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const [covariance, variance] = points.reduce(
    ([together, alone], point) => [together + (point[0] - x) * (point[1] - y), alone + (point[0] - x) ** 2],
    [0, 0],
  );
  return covariance / variance;
}

/** What one more operation adds between each two neighbouring platforms. */
export function perOperation(curve: Curve): number[] {
  return curve.slice(1).map(([operations, value], index) => {
    const [before, less] = curve[index] ?? [0, 0];
    return (value - less) / (operations - before);
  });
}
