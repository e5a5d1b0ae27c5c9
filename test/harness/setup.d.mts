/** Types of what setup.mjs gives to TypeScript. */
export declare const root: string;
export declare const browserAlias: Readonly<Record<string, string>>;
export declare function installPins(pins: string, folder: string): void;
