/** How others are invited to a room. */
export const invite = {
  title: "Invite friends",
  code: "Room code",
  link: "Link",
  copy: "Copy the link",
  copied: "Link copied",
  failed: "Copy failed: mark the link above and copy it by hand.",
  share: "Share",
  shareText: "Play Pushback with me in room {{code}}",
  qr: "QR code of the link {{link}}",
  large: "Show the QR code large",
  scan: "Point a phone's camera at it",
  local:
    "Others cannot open this link: it says “localhost”, which is this very machine. Open the game by the address of this machine in your network first; the server prints it when it starts.",
} as const;
