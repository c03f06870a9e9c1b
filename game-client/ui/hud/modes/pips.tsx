import { t } from "../../../words/t.ts";

/** Hearts on a grid of 24 x 24. */
const HEART = "M12 20.5C4 14.6 2 11.3 2 8a5 5 0 0 1 10-1.5A5 5 0 0 1 22 8c0 3.3-2 6.6-10 12.5Z";
/** More than so many hearts are one and a number. */
const MOST = 3;

/** Lives that are left as hearts, and a cross for who is out. */
export function Pips({ lives }: { lives: number }) {
  return (
    <span
      class={`pips ${lives === 0 ? "pips-out" : ""}`}
      role="img"
      aria-label={lives === 0 ? t(($) => $.modes.out) : t(($) => $.modes.lives, { count: lives })}
      data-lives={lives}
    >
      {lives === 0 ? (
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M5 5 19 19M19 5 5 19" />
        </svg>
      ) : (
        Array.from({ length: lives > MOST ? 1 : lives }, (_, index) => (
          <svg key={`${index}`} viewBox="0 0 24 24" aria-hidden="true">
            <path d={HEART} />
          </svg>
        ))
      )}
      {lives > MOST && lives}
    </span>
  );
}
