import { parseSync } from "vite";

/** A text in the source that belongs into the catalogue. */
export interface Literal {
  readonly line: number;
  readonly text: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Attributes and props that a player reads or hears. */
const TEXT_ATTRIBUTES = [
  "alt",
  "aria-description",
  "aria-label",
  "aria-valuetext",
  "back",
  "hint",
  "label",
  "menu",
  "placeholder",
  "text",
  "title",
  "word",
];
/** Attributes that are no text, however many words they have. */
const CODE_ATTRIBUTES = ["class", "d", "href", "style", "transform", "viewBox"];
/** Calls whose texts are for developers, or no texts at all. */
const CODE_CALLS =
  /^(console\.\w+|.*\.?(querySelector(All)?|closest|matches|addEventListener)|Error|TypeError|RangeError)$/;
const LETTER = /\p{L}/u;
/** Two words in a row, or one word that begins like a sentence. */
const SENTENCE = /(\p{L}{2,}|…)[,:;]? \p{L}{2,}|^\p{Lu}\p{Ll}+( \p{L}+)*[.!?…]$/u;
const WORD = /^\p{Lu}\p{Ll}+$/u;

/** Finds what a player would read, by where it stands (JSX) and else by how it looks (sentences). */
class Finder {
  readonly found: Literal[] = [];
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  visit(node: Node): void {
    if (isNoText(node)) return;
    if (node.type === "JSXText") this.#note(node, String(node.value), LETTER);
    else if (node.type === "JSXAttribute") this.#attribute(node);
    else if (node.type === "Property") this.#property(node);
    else this.#expression(node);
  }

  #expression(node: Node): void {
    if (node.type === "JSXElement" || node.type === "JSXFragment") {
      for (const { type, expression } of children(node)) {
        if (type === "JSXExpressionContainer" && isNode(expression)) this.#results(expression, LETTER);
      }
    }
    this.#literal(node, SENTENCE);
    if (node.type === "ReturnStatement" && isNode(node.argument)) this.#results(node.argument, WORD);
    for (const child of children(node)) this.visit(child);
  }

  #property({ key, value }: Node): void {
    if (!isNode(key) || !isNode(value) || CODE_ATTRIBUTES.includes(nameOf(key))) return;
    if (TEXT_ATTRIBUTES.includes(nameOf(key))) this.#results(value, LETTER);
    this.visit(value);
  }

  #attribute(node: Node): void {
    const { name, value } = node;
    if (!isNode(value) || !isNode(name) || CODE_ATTRIBUTES.includes(String(name.name))) return;
    const inside = value.type === "JSXExpressionContainer" ? value.expression : value;
    if (!isNode(inside)) return;
    if (TEXT_ATTRIBUTES.includes(String(name.name))) this.#results(inside, LETTER);
    this.visit(inside);
  }

  /** What an expression may come to. */
  #results(node: Node, pattern: RegExp): void {
    this.#literal(node, pattern);
    const parts =
      { ConditionalExpression: ["consequent", "alternate"], LogicalExpression: ["left", "right"] }[
        node.type
      ] ?? (node.type === "BinaryExpression" && node.operator === "+" ? ["left", "right"] : []);
    for (const part of [...parts, "expression"]) {
      const inside = node[part];
      if (isNode(inside) && !node.type.endsWith("FunctionExpression")) this.#results(inside, pattern);
    }
  }

  #literal(node: Node, pattern: RegExp): void {
    if (node.type === "Literal" && typeof node.value === "string") this.#note(node, node.value, pattern);
    if (node.type !== "TemplateLiteral") return;
    const words = list(node.quasis).map(({ value }) => String(Object(value).cooked));
    this.#note(node, words.join("…"), pattern);
  }

  #note(node: Node, raw: string, pattern: RegExp): void {
    const text = raw.trim().replace(/\s+/g, " ");
    const line = this.#source.slice(0, node.start + raw.indexOf(raw.trim())).split("\n").length;
    if (!pattern.test(text) || this.found.some((other) => other.line === line && other.text === text)) return;
    this.found.push({ line, text });
  }
}

/** Types, modules, and what only developers read. */
function isNoText({ type, callee }: Node): boolean {
  if (type.startsWith("Import")) return true;
  if (type.startsWith("TS")) return !/^TS(As|Satisfies|NonNull)/.test(type);
  return (
    (type === "CallExpression" || type === "NewExpression") &&
    isNode(callee) &&
    CODE_CALLS.test(nameOf(callee))
  );
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function list(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function children(node: Node): Node[] {
  return Object.values(node).flat().filter(isNode);
}

function nameOf(node: Node): string {
  if (node.type === "MemberExpression" && isNode(node.object) && isNode(node.property))
    return `${nameOf(node.object)}.${nameOf(node.property)}`;
  return String(node.name ?? node.value ?? "");
}

/** The texts for players that a source has in itself instead of taking them from the catalogue. */
export function literalTexts(path: string, source: string): readonly Literal[] {
  const { program, errors } = parseSync(path, source);
  const [error] = errors;
  if (error) throw new Error(`${path} cannot be parsed: ${error.message}`);
  const finder = new Finder(source);
  if (isNode(program)) finder.visit(program);
  return finder.found;
}
