import { t } from "../../words/t.ts";
import { Icon } from "../parts/icon.tsx";

/** How many watch: an eye and a number; nothing while nobody does. */
export function Watchers({ count }: { count: number }) {
  if (count === 0) return null;
  const words = t(($) => $.watching.count, { count });
  return (
    <span class="watchers" title={words} data-testid="watchers" data-count={count}>
      <Icon name="eye" />
      <span aria-hidden="true">{count}</span>
      <span class="hidden">{words}</span>
    </span>
  );
}
