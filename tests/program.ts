import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { byBytes } from '../src/model/order.ts'

/** One import of a file: what it names, and which names it takes (none: all of it, or run for its effect). */
export interface Import {
  readonly from: string
  readonly names: readonly string[]
}

/** A file of the program, parsed. `name` is its path below `src/`. */
export interface SourceFile {
  readonly name: string
  readonly tree: ts.SourceFile
  readonly imports: readonly Import[]
}

/** Calls `see` with each part of a file, the outer before the inner. */
export const visit = (node: ts.Node, see: (node: ts.Node) => void): void => {
  see(node)
  ts.forEachChild(node, (child) => visit(child, see))
}

/** The file of `src/` that an import names; `undefined` for packages, modules of Node and what lies outside `src/`. */
export const target = (file: string, from: string): string | undefined => {
  if (!from.startsWith('.')) return undefined
  const path = join(dirname(file), from).replaceAll('\\', '/')
  return path.startsWith('../') ? undefined : path
}

const namesOf = ({ importClause }: ts.ImportDeclaration): readonly string[] => {
  const named = importClause?.namedBindings
  return named && ts.isNamedImports(named)
    ? named.elements.map(({ propertyName, name }) => (propertyName ?? name).text)
    : []
}

const loads = (called: ts.Expression): boolean =>
  called.kind === ts.SyntaxKind.ImportKeyword ||
  (ts.isIdentifier(called) && called.text === 'require') ||
  (ts.isCallExpression(called) && ts.isIdentifier(called.expression) && called.expression.text === 'createRequire')

const textOf = (node: ts.Node | undefined): string => {
  const literal = node && ts.isLiteralTypeNode(node) ? node.literal : node
  return literal && ts.isStringLiteralLike(literal) ? literal.text : '?'
}

/** Imports and re-exports, `import()` and what `createRequire` loads; one of a computed name is called `?`. */
const importsOf = (tree: ts.SourceFile): readonly Import[] => {
  const imports: Import[] = []
  visit(tree, (node) => {
    if (ts.isImportDeclaration(node)) imports.push({ from: textOf(node.moduleSpecifier), names: namesOf(node) })
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      imports.push({ from: textOf(node.moduleSpecifier), names: [] })
    else if (ts.isImportTypeNode(node)) imports.push({ from: textOf(node.argument), names: [] })
    else if (ts.isCallExpression(node) && loads(node.expression))
      imports.push({ from: textOf(node.arguments[0]), names: [] })
  })
  return imports
}

/** All files of `src/`, in byte order. */
export const program: readonly SourceFile[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'))
  .sort(byBytes)
  .map((name) => {
    const tree = ts.createSourceFile(name, readFileSync(join('src', name), 'utf8'), ts.ScriptTarget.ES2023, true)
    return { name, tree, imports: importsOf(tree) }
  })
