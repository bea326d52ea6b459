import type { OutputFormat } from "../output.ts";

export const xlsx: OutputFormat = {
  name: "xlsx",
  about: "one workbook with summary, comparison, series, codebook, parameters: any spreadsheet in any country",
  ending: ".xlsx",
  dialects: [],
  files(request) {
    return [{ file: `${request.result.text.name}.xlsx`, bytes: () => encode(request) }];
  },
};

async function* encode(request: Parameters<typeof xlsx.files>[0]): AsyncGenerator<Uint8Array> {
  // Loaded when it is wanted: it is larger than all other formats together.
  const { resultWorkbook } = await import("../workbook/result-workbook.ts");
  yield await resultWorkbook(request);
}
