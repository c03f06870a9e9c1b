import { parseSync } from "vite";

/** What the layer rules want to know about a file. */
export interface SourceFacts {
  /** Every module that it names: imports, re-exports, `import()`, and types; "<computed>" for an `import(x)`. */
  readonly imports: readonly string[];
  /** Those of them that it imports nothing but types from. */
  readonly typeImports: ReadonlySet<string>;
  /** Names that it reads without declaring them, as `name` or `name.member`: "Date", "Date.now", "Math.random". */
  readonly globals: ReadonlySet<string>;
  readonly hasDefaultExport: boolean;
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function children(node: Node): Node[] {
  return Object.values(node).flat().filter(isNode);
}

/** The string of a literal, or undefined for any other node. */
function text(node: unknown): string | undefined {
  return isNode(node) && node.type === "Literal" && typeof node.value === "string" ? node.value : undefined;
}

/** Names in the place of a declaration: the variable, the parts of a pattern, the parameter with its default. */
function declaredNames(pattern: unknown): string[] {
  if (!isNode(pattern)) return [];
  if (pattern.type === "Identifier") return [String(pattern.name)];
  if (pattern.type === "AssignmentPattern") return declaredNames(pattern.left);
  if (pattern.type === "Property") return declaredNames(pattern.value);
  return children(pattern)
    .filter((child) => !child.type.startsWith("TS"))
    .flatMap(declaredNames);
}

/** Collects while it walks a parsed file. */
class Walk {
  readonly imports: string[] = [];
  /** Modules from which values are imported. */
  readonly values = new Set<string>();
  readonly reads = new Set<string>();
  readonly declared = new Set<string>();
  hasDefaultExport = false;

  /** `valuePosition` is false inside of types, where a name is no access to anything. */
  visit(node: Node, valuePosition: boolean): void {
    this.collectImport(node);
    if (valuePosition) {
      this.collectDeclaration(node);
      this.collectRead(node);
    }
    for (const [key, value] of Object.entries(node)) {
      if (isMereName(node, key)) continue;
      for (const child of [value].flat().filter(isNode))
        this.visit(child, valuePosition && !isTypeOnly(child));
    }
  }

  private collectImport(node: Node): void {
    const isImport = /^(Import(Declaration|Expression)|Export(Named|All)Declaration|TSImportType)$/.test(
      node.type,
    );
    if (isImport && isNode(node.source)) {
      const module = text(node.source) ?? "<computed>";
      this.imports.push(module);
      const isType = node.importKind === "type" || node.exportKind === "type" || node.type === "TSImportType";
      if (!isType) this.values.add(module);
    }
    const exported =
      node.type === "ExportSpecifier" && isNode(node.exported) ? node.exported.name : undefined;
    if (node.type === "ExportDefaultDeclaration" || exported === "default") this.hasDefaultExport = true;
  }

  private collectDeclaration(node: Node): void {
    const params = Array.isArray(node.params) ? node.params : [];
    const local = /^Import\w*Specifier$/.test(node.type) ? node.local : undefined;
    for (const pattern of [...params, local, node.param, node.id]) {
      for (const name of declaredNames(pattern)) this.declared.add(name);
    }
  }

  private collectRead(node: Node): void {
    if (node.type === "Identifier") this.reads.add(String(node.name));
    if (node.type !== "MemberExpression" || !isNode(node.object) || node.object.type !== "Identifier") return;
    const property = node.computed
      ? text(node.property)
      : isNode(node.property) && String(node.property.name);
    if (!property) return;
    const object = String(node.object.name);
    this.reads.add(object === "globalThis" ? property : `${object}.${property}`);
  }
}

/** Is the child under this key only a name, as the `b` of `a.b` and of `{ b: c }`? */
function isMereName(node: Node, key: string): boolean {
  if (key === "property") return node.type === "MemberExpression" && !node.computed;
  if (key === "key") return !node.computed;
  return key === "exported" || key === "imported" || key === "label" || key === "meta";
}

/** Types vanish before a program runs; these wrappers leave the expression in them. */
function isTypeOnly(node: Node): boolean {
  return node.type.startsWith("TS") && !/^TS(As|Satisfies|NonNull|Instantiation)/.test(node.type);
}

/** Parses a TypeScript or TSX source. Throws when it is neither. */
export function readSource(path: string, source: string): SourceFacts {
  const { program, errors } = parseSync(path, source);
  const [error] = errors;
  if (error) throw new Error(`${path} cannot be parsed: ${error.message}`);
  const walk = new Walk();
  if (isNode(program)) walk.visit(program, true);
  const isDeclared = (name: string) => walk.declared.has(name.split(".")[0] ?? name);
  const globals = new Set([...walk.reads].filter((name) => !isDeclared(name)));
  const typeImports = new Set(walk.imports.filter((module) => !walk.values.has(module)));
  return { imports: walk.imports, typeImports, globals, hasDefaultExport: walk.hasDefaultExport };
}
