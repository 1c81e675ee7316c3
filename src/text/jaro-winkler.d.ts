declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  const similarity: (a: string, b: string, options?: { readonly ignoreCase?: boolean }) => number
  export default similarity
}
