/** Longest name of a room (characters). */
export const ROOM_NAME_LENGTH = 30;

/** What rooms of quick play are called: they belong to nobody. */
const KINDS = [
  "Windy",
  "Sunny",
  "Bouncy",
  "Slippery",
  "Wobbly",
  "Cloudy",
  "Daring",
  "Giddy",
  "Merry",
  "Rowdy",
];
const PLACES = ["Ledge", "Isle", "Rim", "Brink", "Summit", "Terrace", "Plateau", "Perch", "Reef", "Lookout"];

/** A name for a room that nobody has named. `roll` is 0 to 1, 1 excluded. */
export function inventedRoomName(roll: number): string {
  const at = Math.floor(roll * KINDS.length * PLACES.length);
  return `${KINDS[at % KINDS.length] ?? ""} ${PLACES[Math.floor(at / KINDS.length)] ?? ""}`;
}
