/**
 * Every number of the game, with its unit and its reason. Lengths are tiles, times are seconds unless a
 * name says otherwise, speeds are tiles per second, wobble is percent.
 */

/** Simulation steps per second. 50 Hz is a whole number of milliseconds, which a timer can keep. */
export const TICK_RATE = 50;
/** Length of a step in seconds. */
export const DT = 1 / TICK_RATE;
/** Length of a step in milliseconds. */
export const TICK_MS = 1000 / TICK_RATE;

/** Seconds to whole ticks. Timers are counted in ticks, so that both ends count them alike. */
export function ticks(seconds: number): number {
  return Math.round(seconds * TICK_RATE);
}

/** Bounds of the values that travel; the simulation itself keeps to them. */
export const WIRE = {
  /** Smallest coordinate (tiles): a falling player may leave the arena a little. */
  positionMin: -16,
  /** Largest coordinate (tiles): arenas are at most 96 tiles wide. */
  positionMax: 112,
  /** Largest speed along an axis (tiles/s) that can be sent. */
  velocityMax: 64,
} as const;

export const BODY = {
  /** Radius of a player (tiles): a little less than half a tile, so that a one-tile gap can be passed. */
  radius: 0.45,
  /** Nobody flies faster (tiles/s): faster than this the eye loses them. */
  maxSpeed: 40,
  /** Gap kept to walls (tiles), more than the rounding of a coordinate on the wire. */
  skin: 0.004,
  /** Share of the speed kept when bouncing off a wall at launch speed. */
  wallBounce: 0.45,
  /** Share of the closing speed kept when two players bump into each other. */
  playerBounce: 0.35,
} as const;

export const MOVE = {
  /** Acceleration towards the wanted velocity (tiles/s^2): top speed after 0.15 s, which feels immediate. */
  acceleration: 40,
  /** Top running speed (tiles/s): crosses a 24-tile arena in 4 s. */
  topSpeed: 6,
  /** Deceleration (tiles/s^2) of somebody launched faster than they can run: a flight is over in a second. */
  launchDrag: 20,
  /** Acceleration (tiles/s^2) with which somebody launched can still steer. */
  launchSteer: 10,
  /** Share of the top speed while charging a push. */
  chargingFactor: 0.62,
  /** Share of acceleration and drag that is left on ice. */
  iceGrip: 0.12,
  /** Share of acceleration that is left in the air; nothing brakes there. */
  airGrip: 0.2,
  /** Speed of a conveyor belt (tiles/s): less than running speed, so one can run against it. */
  conveyorSpeed: 3,
} as const;

export const PUSH = {
  /** Half of the 70 degree cone (radians). */
  halfCone: (35 * Math.PI) / 180,
  /** Reach of a tap, to the victim's centre (tiles). */
  reachTap: 2.6,
  /** Reach of a fully charged push (tiles). */
  reachFull: 4.5,
  /** Time to charge fully (s). */
  chargeTime: 0.8,
  /** Speed given by a tap (tiles/s) to somebody without wobble: up close it throws them most of a tile. */
  impulseTap: 9,
  /**
   * Speed given by a fully charged push (tiles/s): up close it throws a fresh player about 3 tiles, one
   * with 100 % wobble about 14, so that the first hit ends no life in the middle of an arena.
   */
  impulseFull: 14,
  /** Share of the impulse that is lost at the end of the reach. */
  falloff: 0.45,
  /** Wobble added by a tap (percent). */
  wobbleTap: 8,
  /** Wobble added by a fully charged push (percent). */
  wobbleFull: 20,
  /** Time between two pushes (s). */
  cooldown: 0.45,
  /** A press shorter than this (s) counts as a tap; charging begins here. */
  tapTime: 0.1,
  /** Share of the victim's own velocity that survives a push: the blow decides, not the run-up. */
  carryOver: 0.25,
  /** How much the direction of the blow leans towards the aim instead of away from the attacker (0..1). */
  aimBlend: 0.4,
  /**
   * The server looks back at most this far (ms) to what the attacker saw. With 250, which is what Overwatch allows,
   * three of five pushes at a running target land at 150 ms with 5 % loss over TCP; of forty from a real page 33 would
   * land with 400, 39 with 500.
   */
  maxRewindMs: 500,
  /**
   * A brace or a dash that was made before the blow could be seen takes it back when it reaches the server at most
   * this much later (ms). At 80 ms round trip that is everybody who answered: 80 ms of way, 40 ms until the patch, 20 ms
   * of queue. A blow that others have seen land for longer than this stays, whatever anybody claims.
   */
  answerWindowMs: 140,
} as const;

export const DASH = {
  /** Speed of the burst (tiles/s). */
  speed: 14,
  /** Length of the burst (s). */
  time: 0.15,
  /** Time between two dashes (s). */
  cooldown: 1.6,
  /** Speed given to whom a dashing player runs into (tiles/s). */
  impulse: 8,
  /** Wobble added by it (percent). */
  wobble: 5,
  /** Share of the speed that is left when the burst ends, so that it does not end in a slide. */
  exitFactor: 0.5,
  /** Share of the speed that is left after running into somebody. */
  contactFactor: 0.2,
} as const;

export const BRACE = {
  /** Share of a push that a bracing player still feels. */
  knockbackFactor: 0.3,
  /** Stamina (s of bracing) of a rested player. */
  stamina: 1.2,
  /** Stamina regained per second when not bracing (s/s). */
  recovery: 0.5,
  /** Stamina needed to begin (s), so that the parry cannot be held by tapping. */
  minimum: 0.3,
  /** A push that lands this soon after the start of a brace (s) is thrown back. */
  parryWindow: 0.15,
  /** Deceleration while planted (tiles/s^2). */
  drag: 60,
  /** How much heavier a planted player is when somebody runs into them. */
  mass: 4,
} as const;

export const WOBBLE = {
  /** Upper bound (percent). */
  max: 300,
} as const;

export const FALL = {
  /** The centre may be over the void this long (s): enough to cross a crack at a run. */
  grace: 0.08,
  /** A push within this time before the fall (s) earns the knock-out. */
  creditTime: 4,
  /** Time from the fall to the return (s). */
  respawnTime: 1.5,
  /** Protection after the return (s), ended by an attack. */
  protection: 1.5,
  /** Share of speed lost per second while falling. */
  drag: 2.5,
} as const;

export const TILES = {
  /** Speed given by a bumper (tiles/s). */
  bumperSpeed: 13,
  /** Radius of a bumper (tiles). */
  bumperRadius: 0.5,
  /** Speed given by a spring (tiles/s). */
  springSpeed: 13,
  /** Time in the air after a spring (s), during which the ground does not matter: 5.2 tiles at its speed. */
  springAirTime: 0.4,
  /** Time from the first step on a crumbling tile to its fall (s). */
  crumbleDelay: 0.7,
  /** Time until a fallen tile is back (s). */
  crumbleReturn: 6,
} as const;

export const MATCH = {
  /** Most players in an arena room. */
  maxPlayers: 16,
  /** Most who only watch in a room: they cost a patch each, and no step. As many again as two full arenas of players. */
  maxSpectators: 32,
  /** Time before the start in which everybody can already run (s). */
  countdown: 3,
  /** Length of a Brawl (s). */
  brawlTime: 180,
  /** How long the results stay up before the rematch begins (s). */
  resultsTime: 15,
  /** Players, bots included, that a public room is filled up to. */
  fillTo: 6,
  /** A character waits this long (s) for its player after a lost connection. */
  reconnectGrace: 20,
  /** Time (s) from the word that a paused match goes on until it does: everybody gets their hands back. */
  resumeCountdown: 3,
  /** A match that was paused goes on by itself after this long (s). */
  longestPause: 300,
  /** The same when whoever paused it has gone or lost their connection (s). */
  pauseWithoutHost: 30,
} as const;

/** Somebody who plays and does nothing, in seconds of countdown and play. */
export const AWAY = {
  /** Then they are asked whether they are still there: longer than anybody waits behind a brace. */
  warnAfter: 45,
  /** Then a bot plays on for them, so that the others have somebody to play with. */
  botAfter: 60,
} as const;

/** The mode Stampede: a Brawl for a crowd on a huge arena. */
export const STAMPEDE = {
  /** Most players in a room: what one arena of 96 x 96 tiles has room for. */
  maxPlayers: 128,
  /** Players, bots included, that a room is filled up to unless its host wants more: somebody is always in sight. */
  fillTo: 32,
  /** Whoever appears has somebody, or a zone, within this distance (tiles): in sight or just beyond it, two seconds of running away. */
  spawnNear: 12,
  /**
   * Steps that a room makes at one go, and inputs that its pages send at one go (1 or 2). With 2 a server wakes up for half as
   * many messages of a crowd. The inputs of both steps lie there before the second, as late as with 1; a line that holds one of
   * them up holds up both.
   */
  stepsTogether: 2,
} as const;

/** Who is told of whom on a huge arena. Distances are along each axis, so that what is in sight is a square. */
export const INTEREST = {
  /**
   * From this distance (tiles) to the middle of one's view others are shown. A screen shows at most 26 tiles, 13 to each
   * side; the picture looks 2.2 tiles ahead and hangs back a little more after a blow. A full push reaches 4.5.
   */
  enter: 17,
  /** Beyond this distance (tiles) they no longer are: who runs along the border at 6 tiles/s does not flicker. */
  leave: 20,
  /** The picture stops at the rim of the arena: the middle of one's view keeps this far from it (tiles). */
  rim: 9.5,
  /** Side of the squares (tiles) that a map of the whole arena tells places in. */
  spotSize: 4,
  /** Time between two such maps (s). */
  spotsEvery: 1,
} as const;

export const NET = {
  /** Patches per second sent to clients: every second step. */
  patchRate: 25,
  /** Inputs that may wait on the server as a rule; beyond that a body that was held catches up, or one goes unused. */
  inputBuffer: 6,
  /** Ticks that an input may be late by jitter; one that is later was lost and sent again, or its line stood still. */
  lateTicks: 2,
  /**
   * Ticks in a row for which a body is held for inputs that are late; then it lives on without its player. Enough for a
   * segment that TCP has to send twice at 150 ms. Source allows about as many (24, `sv_maxusrcmdprocessticks`).
   */
  holdTicks: 30,
  /** Held ticks that a body may be owed in all: who sends too little for two seconds lives on without their player, too. */
  debtTicks: 100,
} as const;
