/**
 * The beginnings of all addresses that the server answers itself; everything else is a file of the page. In development
 * these are passed on to it.
 */
export const ROUTES = {
  health: "/healthz",
  metrics: "/metrics",
  admin: "/admin",
  rooms: "/api/rooms",
  processes: "/api/processes",
  roomStream: "/api/rooms/stream",
  heads: "/api/heads",
  matchmake: "/matchmake",
  transports: "/transports",
  invitation: "/r",
} as const;
