/**
 * Requests of our own between the editor's client and the server: the only server file the client may import.
 * Plain data, versioned by the package: both sides ship together.
 */

/** `codebook/preview`: the whole preview of one codebook. */
export const previewRequest = 'codebook/preview';

/** Server to client: the preview of this file would look different now (edit, data read, settings). */
export const previewChangedNotification = 'codebook/previewChanged';

/** Client to server: the workspace became trusted, or the language of the interface changed. */
export const environmentNotification = 'codebook/environment';

/** `codebook/status`: where the checking of one codebook stands. */
export const statusRequest = 'codebook/status';

/** Server to client: the status of some codebook is another now. */
export const statusChangedNotification = 'codebook/statusChanged';

/**
 * Server to client: files where the server has none, as in a browser, and those of virtual workspaces. The client answers for what
 * lies in the folders of the workspace, and gives data only where the workspace is trusted; else it answers with an error.
 */
export const folderListRequest = 'codebook/listFolder';
export const fileStatRequest = 'codebook/statFile';
export const fileBytesRequest = 'codebook/readFile';

/** Commands of the client that a code lens runs. The first is given a URI, a position and locations; the other a URI and a line. */
export const showReferencesCommand = 'codebook.showReferences';
export const revealInPreviewCommand = 'codebook.revealInPreview';

/** The command of the client that a quick fix runs which somebody has to write on from: given a URI and a position. */
export const placeCaretCommand = 'codebook.placeCaret';

export type UiLanguage = 'en' | 'sv';

export interface Environment {
  /** Data files are read only in trusted workspaces. */
  readonly trusted: boolean;
  readonly language: UiLanguage;
}

export interface UriParams {
  readonly uri: string;
}

export type FolderList = readonly FolderItem[];

export interface FolderItem {
  readonly name: string;
  /** A link to a folder is none. */
  readonly isFolder: boolean;
}

export type FileStat =
  /** Bytes, and milliseconds since 1970, or 0 where that is not known. */
  { readonly kind: 'file'; readonly size: number; readonly modified: number } | { readonly kind: 'folder' | 'missing' };

export interface FileBytes {
  /** As text, which passes through every kind of connection. */
  readonly base64: string;
}

export interface StatusParams {
  readonly uri: string;
}

/** Sentences in the language of the interface. */
export interface Status {
  /** "142 questions, 38 indicators, 1,396 rows of data" */
  readonly checked: string;
  /** "2 errors, 1 warning" */
  readonly problems: string;
  /** What is not read, not checked or not shown, and why. */
  readonly limits: readonly string[];
  readonly busy: boolean;
}

export interface PreviewParams {
  readonly uri: string;
  /** Language of labels and of the page's own words. */
  readonly language: string;
  /** Width of charts in CSS pixels. */
  readonly width: number;
}

export interface PreviewChangedParams {
  readonly uri: string;
}

export interface Preview {
  readonly uri: string;
  readonly title: string;
  /** Languages the reader may choose: those the codebook declares. */
  readonly languages: readonly string[];
  readonly language: string;
  readonly state: PreviewState;
  /** In process order; entries without a stage come last under an empty id. */
  readonly stages: readonly PreviewStage[];
}

/** One line at the top that says what the numbers rest on, and why there are none where there are none. */
export interface PreviewState {
  readonly kind: 'ready' | 'no_data' | 'loading' | 'untrusted' | 'failed' | 'broken';
  /** "workplaces.csv · 1,660 respondents · unweighted" */
  readonly text: string;
  /** Broken text: where the first error is. The page keeps its last good content, dimmed. */
  readonly firstError?: PreviewPlace;
}

export interface PreviewStage {
  readonly id: string;
  readonly label: string;
  readonly entries: readonly PreviewEntry[];
}

export interface PreviewPlace {
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
  readonly endLine: number;
}

export interface PreviewEntry {
  readonly kind: 'question' | 'derived' | 'indicator';
  readonly id: string;
  readonly label: string;
  /** The question as asked, or the plain reading of the definition. */
  readonly description: string;
  /** Who is asked and who is in the base, in words. */
  readonly base: string;
  readonly place: PreviewPlace;
  readonly tables: readonly PreviewTable[];
  /** Why there is no table, in words. */
  readonly note?: string;
}

/** One chart and the same numbers as a table. */
export interface PreviewTable {
  readonly caption: string;
  /** A complete `<svg>` element, escaped, without style attributes or scripts; colours by class. */
  readonly svg: string;
  readonly columns: readonly string[];
  readonly rows: readonly PreviewRow[];
  /** Differences and tests that the codebook asks for; absent where it asks for none. */
  readonly comparisons?: readonly PreviewComparison[];
  readonly notes: readonly string[];
  /** Notes that must stand out: published numbers that differ. Absent where there are none. */
  readonly warnings?: readonly string[];
}

export interface PreviewRow {
  readonly header: string;
  readonly level: 0 | 1;
  readonly cells: readonly PreviewCell[];
}

export interface PreviewCell {
  /** The number, or why there is none. */
  readonly text: string;
  /** Its confidence interval, without brackets. */
  readonly interval?: string;
  /** What stands behind it: standard error, design effect, degrees of freedom. */
  readonly detail?: string;
}

export interface PreviewComparison {
  readonly what: string;
  readonly result: string;
}
