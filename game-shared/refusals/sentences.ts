/**
 * Why the server or a room refuses something, in English, by id. The id and the variables travel; each reader makes a sentence
 * of them. The page has these same sentences in its catalogue, where other languages have theirs.
 */
export const REFUSALS = {
  // A room, and a seat in it.
  bad_code: "That is no room code: codes are 5 letters and digits.",
  no_room: "There is no room with the code {{code}}.",
  room_full: "Room {{code}} is full.",
  watchers_full: "Room {{code}} has no place left to watch from.",
  last_seat: "The last seat of room {{code}} is kept for others just now. Please try again in a minute.",
  password_needed: "This room has a password.",
  password_wrong: "That is not the password of this room.",
  seat_gone: "Your seat in that room is gone.",

  // What an address may ask for and hold.
  joins_too_often: "Your address asks to join too often. Please wait {{seconds}} s.",
  rooms_too_often: "Your address opens rooms too often. Please wait {{seconds}} s.",
  seats_lapsed: "Your address asked for seats and did not take them. Please wait {{seconds}} s.",
  seats_waiting: "Your address has {{seats}} seats waiting. Please wait {{seconds}} s.",
  rooms_of_address:
    "Your address has {{rooms}} rooms open, which is all it may have. Close one of them first.",
  players_of_address: "There are {{players}} players from your address, which is all it may have.",
  bots_of_address_one: "Your address may have {{count}} bot more just now, not {{wanted}}.",
  bots_of_address_other: "Your address may have {{count}} bots more just now, not {{wanted}}.",

  // What the server can hold.
  server_busy:
    "This server is too busy for another room just now. Join one that is open, or try again in a minute.",
  rooms_full: "This server is full: no more rooms can be opened now.",
  players_full: "This server is full: it has {{players}} players.",
  bots_of_server_one: "This server has room for {{count}} bot more just now, not for {{wanted}}.",
  bots_of_server_other: "This server has room for {{count}} bots more just now, not for {{wanted}}.",
  room_too_large: "Rooms of this server have at most {{seats}} seats.",
  going_down: "The server is going down.",
  process_gone: "This part of the server is not there just now. Please try again in a few seconds.",
  rooms_unknown:
    "The server cannot look up its rooms just now. Matches go on; please try again in a few seconds.",
  fault: "The server could not do that.",

  // What somebody may ask about a room.
  looks_too_often: "Your address asks about rooms too often. Please wait {{seconds}} s.",
  lists_of_address: "Your address follows the room list {{lists}} times already, which is all it may.",
  lists_full: "Too many follow the room list of this server just now. Ask for it instead.",

  // What a request says.
  no_room_type: 'There is no room type "{{name}}".',
  no_method: 'There is no matchmaking method "{{name}}".',
  token_needed: "A reconnection needs its token.",
  options_no_object: "The join options must be an object.",
  name_no_text: "The name must be text.",
  name_too_long: "The name is too long.",
  room_name_no_text: "The name of the room must be text.",
  room_name_too_long: "The name of the room is too long.",
  look_range: "The look must be a whole number from {{from}} to {{to}}.",
  password_no_text: "The password must be text.",
  password_too_long: "The password is too long: {{max}} characters at most.",
  no_mode: "There is no such mode: there are {{modes}}.",
  no_role: "There is no such role: there are {{roles}}.",
  arena_no_name: "The arena must be a name.",
  no_such_arena: "There is no such arena.",
  no_arena: 'There is no arena "{{name}}": there are {{arenas}}.',
  arena_unfit: "That mode cannot be played on that arena: there are {{arenas}}.",
  no_pickup: "The pickups that are off are a list of {{pickups}}.",
  no_skill: "The skill of bots is one of {{skills}}.",
  private_no_boolean: "Private is true or false.",
  lobby_no_boolean: "Lobby is true or false.",
  token_no_text: "The token must be text.",
  token_too_long: "The token is too long.",
  spectate_no_boolean: "Spectate is true or false.",
  no_net_rate: "The net rate is {{rates}}.",
  time_range: "The time limit (seconds) must be a whole number from {{from}} to {{to}}.",
  seats_range: "The number of seats must be a whole number from {{from}} to {{to}}.",
  bots_range: "The number of bots must be a whole number from {{from}} to {{to}}.",
  too_large: "That request is too large.",
  not_understood: "The server does not understand that request.",
  nothing_here: "There is nothing here.",
  foreign_page:
    "This page is of another site, which may not play on this server. Its operator can allow that with ALLOWED_ORIGINS, or, behind a proxy, say with PUBLIC_URL where the server is.",

  // What operators are told.
  fingerprints_of: "Expected /admin/fingerprints/CODE?after=TICK.",
  local_only: "This is for programs on this machine, which reach the server as localhost.",
  admin_unset:
    "This is for the administrator: start the server with ADMIN_TOKEN and show it as a bearer token.",
  admin_only: "This is for the administrator: show ADMIN_TOKEN as a bearer token.",

  // Why a room keeps somebody out.
  kicked: "You were put out of this room, and cannot come back to it.",
  room_locked: "Room {{code}} is locked: its host lets nobody else in.",

  // What happens in a room, which travels as refusals do.
  new_host: "{{name}} is the host now.",
  you_are_host: "You are the host now.",
  was_kicked: "{{name}} was put out.",
  kick_vote: "Vote to put {{name}} out: {{votes}} of {{of}}.",
  you_are_muted: "The host has muted you: nobody reads what you write.",
  you_may_talk: "The host lets you talk again.",
  now_locked: "The room is locked: nobody else can join.",
  now_open: "The room is open again.",

  // Why a room does not do what a page tells it.
  host_only: "Only the host can do that.",
  players_only: "Only players can do that. You are watching.",
  nobody_there: "That person is not in the room any more.",
  not_yourself: "You cannot do that to yourself.",
  own_address: "They come from your own address, which would keep you out as well.",
  not_connected: "That person has no connection just now.",
  host_is_there: "The host is here and decides who is put out.",
  no_vote_now: "There is nothing to vote on just now.",
  no_free_seat: "No seat is free just now. Stand in line for the next one.",
  name_muted: "The host has muted you: your name stays as it is.",
  name_blank: "A name needs something that can be seen.",
  playing_already: "You are playing already.",
  watching_already: "You are watching already.",
  nobody_to_follow: "That player has no character to follow just now.",
  no_such_choice: "That is not one of the choices.",
  after_match: "That is for after the match.",
  match_runs: "The match has begun already.",
  no_match_runs: "No match is being played just now.",
  not_paused: "The match is not paused.",
  paused_already: "The match is paused already.",
  own_room: "A crowd needs a huge arena, and that a room of its own.",
  too_many_here: "That mode is for {{seats}} players at most, and there are {{players}}.",
  not_in_practice: "That is for rooms with other people: in practice you are alone with bots.",
  teams_uneven: "That would leave the teams uneven: somebody has to come over first.",
  no_teams: "There are no teams in this mode.",
  no_such_team: "There are {{teams}} teams.",
  no_such_player: "There is no such player in this room.",
  chat_empty: "There is nothing to read in that message.",
  chat_too_long: "That message is too long: {{max}} characters at most.",
  voice_too_often: "You turn voice on and off too fast. Wait a moment.",
  talk_too_often: "You talk too fast. Wait a moment.",

  // Why a room ends a connection.
  not_begun: "This page took its seat and did not begin to play.",

  // Why a room closes.
  room_broken: "Something in this room broke on the server, so it was closed. Other rooms are not affected.",
  room_idle: "Nobody did anything here for a while, so the room was closed.",
} as const;
