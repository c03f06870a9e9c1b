import type { Budget, BudgetLimits, RoomAccount } from "#server/matchmaking/budget.ts";

/** Limits that a few rooms reach. */
export const LIMITS: BudgetLimits = {
  maxRooms: 10,
  maxRoomsPerAddress: 3,
  maxCharacters: 100,
  maxCharactersPerAddress: 60,
  maxCharactersPerRoom: 40,
};

/** A room that the address "home" asks for. */
export const WISH = { address: "home", maxPlayers: 16, bots: 0, fewerBots: false };

/** A room that wants so many bots, and gets what the budget allows. */
export function openRoom(budget: Budget, openedBy: string, wanted: number): RoomAccount {
  const room: RoomAccount = {
    openedBy,
    people: new Map(),
    bots: 0,
    refill() {
      room.bots = budget.botsFor(room, wanted);
    },
  };
  budget.add(room);
  room.refill();
  return room;
}
