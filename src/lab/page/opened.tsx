/** A result from elsewhere: the folder of a run, comparison or sweep, chosen or dropped, with the charts of its report. */
import { useState } from "preact/hooks";
import type { OpenedFigure, OpenedResult, ResultFile } from "../opened.ts";
import { save } from "./download.ts";
import { droppedFiles } from "./dropped-files.ts";
import type { Shared } from "./part.ts";

export function Opened({ store, say }: Shared) {
  const { opened } = store.lab;
  const [isOver, hover] = useState(false);
  const take = (found: readonly { readonly path: string; readonly file: File }[]) => {
    const { folder, files } = inFolder(found);
    void store.openResult(folder, files);
  };
  return (
    <section
      aria-labelledby="h-opened"
      class={isOver ? "opened over" : "opened"}
      onDragOver={(event) => {
        event.preventDefault();
        hover(true);
      }}
      onDragLeave={() => hover(false)}
      onDrop={(event) => {
        event.preventDefault();
        hover(false);
        void droppedFiles(event.dataTransfer).then(take);
      }}
    >
      <h2 id="h-opened">{say("opened.heading")}</h2>
      <p class="quiet">{say("opened.help")}</p>
      <div class="bar">
        <button type="button" onClick={() => void store.makeReport()}>
          {say("opened.make", { pairs: Math.max(2, store.lab.states.present.run.replicates) })}
        </button>
        <label class="file">
          {say("opened.choose")}
          <input
            type="file"
            multiple
            ref={(input) => input?.setAttribute("webkitdirectory", "")}
            onChange={({ currentTarget }) => {
              const chosen = [...(currentTarget.files ?? [])];
              currentTarget.value = "";
              if (chosen.length > 0) take(chosen.map((file) => ({ path: file.webkitRelativePath || file.name, file })));
            }}
          />
        </label>
        {opened !== undefined && (
          <button type="button" onClick={store.closeResult}>
            {say("opened.close")}
          </button>
        )}
      </div>
      {opened === "reading" && <p role="status">{say("opened.reading")}</p>}
      {typeof opened === "object" && "done" in opened && (
        <p role="status">{say("opened.playing", { done: opened.done, of: opened.of })}</p>
      )}
      {typeof opened === "object" && "key" in opened && (
        <p role="alert" class="issues">
          {say(opened.key, { detail: opened.detail })}
        </p>
      )}
      {typeof opened === "object" && "report" in opened && <Result result={opened} say={say} />}
    </section>
  );
}

/** The files of the folder that holds the description, which may lie within the one that was chosen. */
function inFolder(found: readonly ResultFile[]): { readonly folder: string; readonly files: readonly ResultFile[] } {
  const depth = ({ path }: ResultFile) => path.split("/").length;
  const described = found.filter(({ path }) => /(^|\/)datapackage\.json$/.test(path)).sort((a, b) => depth(a) - depth(b));
  const above = (described[0] ?? found[0])?.path.replace(/[^/]+$/, "") ?? "";
  return {
    folder: above.replace(/\/$/, "").split("/").at(-1) || "result",
    files: found.flatMap(({ path, file }) => (path.startsWith(above) ? [{ path: path.slice(above.length), file }] : [])),
  };
}

function Result({ result, say }: Pick<Shared, "say"> & { readonly result: OpenedResult }) {
  const { folder, title, lead, figures, report } = result;
  return (
    <div lang="en">
      <h3>{title}</h3>
      <ul>
        {lead.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <button type="button" class="main" onClick={() => save(`${folder}.html`, report, "text/html")}>
        {say("opened.report")}
      </button>
      <div class="figures">
        {figures.map((figure) => (
          <Drawn key={figure.id} {...{ figure, say }} />
        ))}
      </div>
    </div>
  );
}

function Drawn({ figure, say }: Pick<Shared, "say"> & { readonly figure: OpenedFigure }) {
  const { id, title, description, note, drawing, head, rows, csv } = figure;
  const [isOpen, open] = useState(false);
  return (
    <figure aria-labelledby={`${id}-head`}>
      <h4 id={`${id}-head`}>{title}</h4>
      <p class="quiet">{description}</p>
      {drawing && (
        <div class="paper scroll" tabIndex={0} role="group" aria-label={title} dangerouslySetInnerHTML={{ __html: drawing }} />
      )}
      {note && <p class="quiet">{note}</p>}
      <details onToggle={({ currentTarget }) => open(currentTarget.open)}>
        <summary>{say("table.show")}</summary>
        {isOpen && (
          <div class="scroll" tabIndex={0} role="region" aria-label={title}>
            <table>
              <thead>
                <tr>
                  {head.map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((cells) => (
                  <tr key={cells.join("|")}>
                    {cells.map((cell, i) => (
                      <td key={head[i]}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </details>
      <button type="button" onClick={() => save(`${id}.csv`, csv, "text/csv")}>
        {say("save.csv")}
      </button>
    </figure>
  );
}
