import { MAX_VOICES, type Talker } from "#shared/voice.ts";

/** Somebody who is connected with counts as nearer by this factor: two who are as far do not take turns. */
const KEPT_AS = 0.75;

/** What decides whom a page connects with. */
export interface Surroundings {
  readonly self: Talker;
  readonly others: readonly Talker[];
  /** Whether somebody is in the own team. */
  isMate(id: string): boolean;
  /** How far they are (tiles); undefined where that is not known, which is far. */
  distanceTo(id: string): number | undefined;
  /** Whom the page is connected with now. */
  readonly members: ReadonlySet<string>;
}

/** The nearest of those who have voice on; whoever speaks with their team only, and is of another one, is left out. */
export function choosePeers({
  self,
  others,
  isMate,
  distanceTo,
  members,
}: Surroundings): ReadonlySet<string> {
  const far = (id: string): number => (distanceTo(id) ?? Number.MAX_VALUE) * (members.has(id) ? KEPT_AS : 1);
  return new Set(
    others
      .filter(({ id, team }) => id !== self.id && (isMate(id) || !(team || self.team)))
      .map(({ id }) => ({ id, far: far(id) }))
      .sort((a, b) => a.far - b.far || (a.id < b.id ? -1 : 1))
      .slice(0, MAX_VOICES)
      .map(({ id }) => id),
  );
}
