/** Outlines on a 24 x 24 grid, drawn with a round pen. */
const SHAPES = {
  gear: "M12 15.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4Zm7.2-3.2 2-1.6-2-3.4-2.4 1a7 7 0 0 0-2-1.2L14.4 4h-4.8l-.4 2.8a7 7 0 0 0-2 1.2l-2.4-1-2 3.4 2 1.6-2 1.6 2 3.4 2.4-1a7 7 0 0 0 2 1.2l.4 2.8h4.8l.4-2.8a7 7 0 0 0 2-1.2l2.4 1 2-3.4Z",
  help: "M9 9a3 3 0 1 1 4.2 2.8c-.8.4-1.2 1-1.2 2.2M12 17.5v.1M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20Z",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-7 9c0-3.5 3-6 7-6s7 2.5 7 6M16 4.3a3.5 3.5 0 0 1 0 6.5M18.5 14.6c2.2.9 3.5 2.9 3.5 5.4",
  chat: "M4 5h16v11h-9l-4.5 4v-4H4ZM8 10.5h.1M12 10.5h.1M16 10.5h.1",
  more: "M5.5 12h.1M12 12h.1M18.5 12h.1",
  plus: "M12 5v14M5 12h14",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  link: "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1",
  check: "m5 12.5 5 5L19.5 7",
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "M6 6l12 12M18 6 6 18",
  left: "m14.5 5-7 7 7 7",
  right: "m9.5 5 7 7-7 7",
  full: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
  unfull: "M9 4v5H4M15 4v5h5M9 20v-5H4M15 20v-5h5",
  fall: "M12 3v12M6.5 10 12 15.5 17.5 10M5 20.5h14",
  warn: "M12 4 2.5 20h19ZM12 10v4.5M12 17.3v.1",
  plug: "M9 3v5M15 3v5M6 8h12v3a6 6 0 0 1-12 0ZM12 17v4",
  leave: "M14 4H5v16h9M10 12h11M17.5 8.5 21 12l-3.5 3.5",
  push: "M4 7.5v9M9 5.5c2.5 4 2.5 9 0 13M14 4c3.5 5 3.5 11 0 16M19 2.5c4.3 6 4.3 13 0 19",
  dash: "M13 5l7 7-7 7M4 5l7 7-7 7",
  shield: "M12 3 4.5 6v5.5c0 4.5 3.2 7.8 7.5 9.5 4.3-1.7 7.5-5 7.5-9.5V6Z",
  qr: "M4 4h6v6H4ZM14 4h6v6h-6ZM4 14h6v6H4ZM14 14h2.5v2.5H14ZM20 14v2M14 20h2M20 19.5v.5",
  crown: "M4.5 18.5 3 7.5l5 4 4-6.5 4 6.5 5-4-1.5 11Z",
  clock: "M12 7v5.2l3.4 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z",
  pause: "M8.5 5v14M15.5 5v14",
  go: "M8 5.2v13.6L18.8 12Z",
  flag: "M6 21V4.5h12l-2.6 4.2L18 13H6",
  bot: "M6 9h12v9H6zM12 9V5M12 5.1v-.2M9.5 13v.6M14.5 13v.6M3.5 12.5v3M20.5 12.5v3",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 14.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2Z",
  move: "M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3",
  map: "M3.5 6.5 9 4l6 2.5L20.5 4v13.5L15 20l-6-2.5L3.5 20ZM9 4v13.5M15 6.5V20",
  aim: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM12 2v5M12 17v5M2 12h5M17 12h5",
  moon: "M20 14.2A8.4 8.4 0 1 1 9.8 4a6.6 6.6 0 0 0 10.2 10.2Z",
  ball: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 8.2l3.8 2.7-1.4 4.4H9.6l-1.4-4.4ZM12 3v5.2M20.5 9.5l-4.7 1.4M17.4 19l-3-3.7M6.6 19l3-3.7M3.5 9.5l4.7 1.4",
  mute: "M4 9.5h3.5L13 5v14l-5.5-4.5H4ZM16.5 9.5l5 5M21.5 9.5l-5 5",
  pen: "M4.5 19.5l.8-4L16 4.8l3.2 3.2L8.5 18.7ZM13.5 7.3l3.2 3.2",
  swap: "M4 8.5h15M15 4.5l4 4-4 4M20 15.5H5M9 11.5l-4 4 4 4",
  again: "M20 11a8 8 0 1 0-2.3 6.3M20 4.5V11h-6.5",
} as const;
export type IconName = keyof typeof SHAPES;

/** A small picture beside words. It says nothing by itself: the control around it has the label. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={SHAPES[name]} />
    </svg>
  );
}
