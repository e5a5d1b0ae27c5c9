/** The last part of a file's path or URI, as people know it. */
export function nameOfFile(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
