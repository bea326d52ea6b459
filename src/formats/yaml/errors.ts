/** What the YAML parser complains about, in words for the author of the file. */
import type { ErrorCode, YAMLError } from "yaml";

interface Plain {
  readonly message: string;
  readonly allowed?: string;
}

/** Where the parser's own words would not help. `undefined` leaves its words. */
const PLAIN: Partial<Record<ErrorCode, Plain>> = {
  TAB_AS_INDENT: { message: "a tab is used for indentation", allowed: "spaces" },
  BLOCK_AS_IMPLICIT_KEY: {
    message: "a second colon or a deeper line follows a value",
    allowed: 'one "key: value" on a line; put a text with ": " in quotes, and give keys of one map the same indentation',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: "a key runs over several lines, or the colon after it is missing",
    allowed: '"key: value" on a line, with a space after the colon',
  },
  BAD_INDENT: { message: "wrong indentation", allowed: "the keys of one map start in the same column" },
  BAD_SCALAR_START: { message: "a value starts with a reserved character", allowed: "the value in quotes" },
  BAD_DQ_ESCAPE: {
    message: "unknown escape in a text in double quotes",
    allowed: "a doubled backslash, or single quotes around the text",
  },
  KEY_OVER_1024_CHARS: { message: "a key is longer than 1024 characters, or a colon is misplaced" },
  NON_STRING_KEY: { message: "a list or map is used as a key", allowed: "a name" },
  MULTIPLE_ANCHORS: { message: "two anchors at one place" },
  TAG_RESOLVE_FAILED: {
    message: "tags (!name) are not used here",
    allowed: "the value alone; in quotes if it starts with !",
  },
};

const OPEN_QUOTE = /^Missing closing (["'])/;
const OPEN_BRACKET = /end with a ([\]}])/;

/** The plain words for one error or warning of the parser. */
export function plainError(error: YAMLError): Plain {
  const quote = OPEN_QUOTE.exec(error.message)?.[1];
  if (quote) return { message: "a quotation mark is not closed", allowed: `a closing ${quote}` };
  const bracket = OPEN_BRACKET.exec(error.message)?.[1];
  if (bracket) {
    return {
      message: "a bracket is not closed",
      allowed: `a closing ${bracket}, indented at least as the key`,
    };
  }
  const [first = "cannot be read"] = error.message.split("\n", 1);
  return (
    PLAIN[error.code] ?? {
      message: `cannot be read as YAML: ${first.charAt(0).toLowerCase()}${first.slice(1)}`,
    }
  );
}
