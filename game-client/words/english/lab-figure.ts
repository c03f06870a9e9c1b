/** The figure of the protocols in the Push Lab. */
export const labFigure = {
  title: "What lies below: the protocols",
  about:
    "Each connection goes down through these layers and up again at the other end. Choose a connection to see its way and what it adds; choose a layer to read what it does.",
  connections: "Connection",
  notYet: "…",
  figures: {
    match: "{{states}} states/s, {{kilobytes}} kB/s",
    around: "adds {{kilobytes}} kB/s",
    http: "{{requests}} requests/s, adds {{kilobytes}} kB/s",
    counted: "counted above",
    unseen: "not seen by a page",
  },
  layers: {
    match: {
      name: "Match",
      text: "What the game says: states down, inputs up, 25 and 50 times a second. Every layer below carries these bytes and puts its own around them.",
    },
    websocket: {
      name: "WebSocket",
      text: "Begins as a request of HTTP and stays: then each message has a head of 2 to 8 bytes, either end may speak at any time, and the order is kept because TCP keeps it.",
    },
    http: {
      name: "HTTP",
      text: "One question, one answer, with heads of hundreds of bytes each. Server-sent events stretch one answer for ever, long polling keeps a question waiting, and polling asks again and again.",
    },
    sctp: {
      name: "SCTP",
      text: "The data channels of WebRTC: messages keep their ends, and a channel may do without order and without sending again. The game's own repair is on top: each datagram repeats what is not acknowledged yet.",
    },
    dtls: {
      name: "DTLS",
      text: "Encrypts each packet by itself, so that one that is lost does not spoil the next. Its bytes are counted with those of the data channel.",
    },
    tcp: {
      name: "TCP",
      text: "A stream without gaps: what is lost is sent again, and everything behind it waits, however new it is. The page never sees the loss, only a pause and then a heap. 20 to 32 bytes in each packet.",
    },
    udp: {
      name: "UDP",
      text: "Packets as they are: lost, doubled or out of order, and nobody waits. 8 bytes in each packet. Not every network lets them through.",
    },
    ip: {
      name: "IP",
      text: "Carries packets from address to address, each by itself, and promises nothing. 20 bytes in each packet, 40 in IPv6.",
    },
  },
  lanes: {
    label: "The packets of the last three seconds, newest at the right; the sentence below counts them",
    packets: "On the line",
    stream: "TCP gives",
    datagrams: "Datagrams",
    count:
      "In the last three seconds: {{messages}} messages down, {{lost}} packets lost, {{held}} messages held back, the longest for {{longest}} ms.",
    lose: "Lose {{percent}} % at {{delay}} ms",
    about:
      "A cross is a lost packet, a ring one that was sent again, and a bar the time that a message was there and TCP did not hand it on, because one before it had not come. What is lost is decided by the bad network that is simulated in this page, which behaves like TCP under every pane; the third lane is what datagrams would have made of the same losses: a cross is gone, and the next dot brings what was in it. The packets of the computer below are hidden from a page: npm run lab measures those.",
  },
} as const;
