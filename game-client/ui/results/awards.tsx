import { useComputed } from "@preact/signals";
import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";
import { Icon, type IconName } from "../parts/icon.tsx";
import { type Award, awardsOf } from "./awards.ts";

const ICONS = {
  flight: "dash",
  streak: "crown",
  parries: "shield",
  nemesis: "warn",
} as const satisfies Record<Award["kind"], IconName>;

/** What somebody did best in the match, as cards. */
export function Awards() {
  const { results, scores } = useStore("standings");
  const awards = useComputed(() => awardsOf(results.value, scores.value.find(({ self }) => self)?.id));
  if (awards.value.length === 0) return null;
  return (
    <ul class="awards" aria-label={t(($) => $.results.awards.title)} data-testid="awards">
      {awards.value.map((award) => (
        <Card key={award.kind} award={award} />
      ))}
    </ul>
  );
}

function Card({ award }: { award: Award }) {
  const { kind, name, self, value } = award;
  return (
    <li class={`award award-${kind}`} data-testid={`award-${kind}`}>
      <Icon name={ICONS[kind]} />
      <span class="award-what">{t(($) => $.results.awards[kind])}</span>
      <strong class="name-text">{self ? t(($) => $.common.you) : name}</strong>
      <span class="award-value">
        {kind === "flight"
          ? t(($) => $.results.awards.tiles, { value: value.toFixed(1) })
          : t(($) => $.results.awards.times, { count: value })}
      </span>
    </li>
  );
}
