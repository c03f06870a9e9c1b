/** The codes with which the server closes connections, and refuses seats. */
export { CloseCode, ErrorCode } from "@colyseus/sdk";
