/** A package without types: files of CSV and what they say. */
declare module "csv-spectrum" {
  const spectrum: (done: (error: Error | null, files: { name: string; csv: Buffer; json: Buffer }[]) => void) => void;
  export = spectrum;
}
