// What is dropped onto the page: a file, several, or folders. Knows files, not what is in them.

/** The most files that are taken out of folders. */
const MOST = 5000;

/** Calls `take` with the files that are dropped anywhere on the page. */
export function onDrop(take: (files: File[]) => void): void {
  addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    document.body.toggleAttribute("data-dropping", true);
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.removeAttribute("data-dropping");
  });
  addEventListener("drop", (event) => {
    document.body.removeAttribute("data-dropping");
    const { dataTransfer } = event;
    if (!dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    // The entries are there only as long as the event is.
    const entries = [...dataTransfer.items].flatMap((entry) => entry.webkitGetAsEntry() ?? []);
    const files = [...dataTransfer.files];
    const isFolder = entries.some((entry) => entry.isDirectory);
    void (isFolder ? inFolders(entries) : Promise.resolve(files)).then((found) => found.length && take(found));
  });
}

async function inFolders(entries: readonly FileSystemEntry[]): Promise<File[]> {
  const files: File[] = [];
  const open = [...entries];
  for (let entry = open.shift(); entry && files.length < MOST; entry = open.shift()) {
    if (entry.name.startsWith(".")) continue;
    if (entry.isFile) files.push(await fileOf(entry as FileSystemFileEntry));
    else open.push(...(await inside(entry as FileSystemDirectoryEntry)));
  }
  return files;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((done, failed) => entry.file(done, failed));
}

/** A folder is read a part at a time, until a part is empty. */
async function inside(entry: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = entry.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (part.length === 0) return found;
    found.push(...part);
  }
}
