import { useMemo } from "preact/hooks";
import type { FeedItem, FeedName } from "../../session/stores/feed.ts";
import { t } from "../../words/t.ts";
import { Avatar } from "../avatar.tsx";
import { useStore } from "../context.ts";
import { Icon } from "../parts/icon.tsx";
import { TeamMark } from "../parts/team-mark.tsx";
import { CAUSE_ICONS } from "./cause-icons.ts";

/** Who pushed whom off. Each line fades by itself: the animation starts at the age that the line has. */
export function Feed() {
  const feed = useStore("feed");
  return (
    <ul class="feed" aria-live="polite" aria-label={t(($) => $.hud.feed)} data-testid="feed">
      {feed.items.value.map((item) => (
        <Line key={item.key} item={item} />
      ))}
    </ul>
  );
}

function Line({ item }: { item: FeedItem }) {
  const style = useMemo(() => `--age:${Math.round(performance.now() - item.at)}ms`, [item.at]);
  const { by, victim } = item;
  const text = t(($) => $.hud.falls.feed[item.means]);
  const mine = by?.self ? "feed-good" : victim.self ? "feed-bad" : "";
  return (
    <li class={`feed-line ${mine}`} style={style} data-testid="feed-line">
      {by && <Who who={by} />}
      {!by && <Icon name={CAUSE_ICONS[item.means]} />}
      {by && (
        <span class="feed-text">
          <Icon name={CAUSE_ICONS[item.means]} />
          {text}
        </span>
      )}
      <Who who={victim} />
      {!by && <span class="feed-text">{text}</span>}
    </li>
  );
}

function Who({ who }: { who: FeedName }) {
  return (
    <span class="feed-who">
      <TeamMark team={who.team} />
      <Avatar look={who.look} />
      <b>{who.self ? t(($) => $.common.you) : who.name}</b>
    </span>
  );
}
