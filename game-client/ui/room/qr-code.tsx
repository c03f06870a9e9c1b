import { useMemo } from "preact/hooks";
import { encode } from "uqr";

/** Light modules around the code that readers need to find it. */
const QUIET = 4;

/** A text as a QR code, dark on light whatever surrounds it. `label` says what it leads to. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => draw(text), [text]);
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={label}
      data-testid="qr"
    >
      <rect class="qr-light" width={size} height={size} />
      <path class="qr-dark" d={path} />
    </svg>
  );
}

/** The dark modules, a run of them in a row at a time. */
function draw(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: "M", border: QUIET });
  let path = "";
  for (const [y, row] of data.entries()) {
    let from = 0;
    while (from < row.length) {
      if (!row[from]) {
        from += 1;
        continue;
      }
      let to = from;
      while (row[to]) to += 1;
      path += `M${from} ${y}h${to - from}v1h${from - to}z`;
      from = to;
    }
  }
  return { size, path };
}
