/** Numbers with their units. */
export const units = {
  milliseconds: "{{value}} ms",
  seconds: "{{value}} s",
  minutes: "{{value}} min",
  percent: "{{value}} %",
  percentSign: "%",
  tiles: "{{value}} tile",
  framesPerSecond: "{{value}} fps",
  bytesPerSecond: "{{value}} B/s",
  kilobytesPerSecond: "{{value}} kB/s",
  thousands: "{{value}}k",
} as const;
