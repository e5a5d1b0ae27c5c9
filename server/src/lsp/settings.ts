import type { Severity, SeveritySettings } from '../language';
import type { Environment, UiLanguage } from '../protocol';
import type { Session, Settings } from './session';

/** The section `codebook` of the client's settings; what is not understood is left out. */
export function readSettings(section: unknown): Settings & { readonly language: UiLanguage | undefined } {
  const { checks, language } = asRecord(section);
  const severities: Record<string, Severity | 'off'> = {};
  const informational = new Set<string>();
  for (const [code, severity] of Object.entries(asRecord(checks))) {
    if (severity === 'information') {
      severities[code] = 'hint';
      informational.add(code);
    } else if (isSeverity(severity)) severities[code] = severity;
  }
  return { severities: severities satisfies SeveritySettings, informational, language: uiLanguage(language) };
}

/** Takes the settings. A language that is set counts for clients that do not tell theirs themselves. */
export function takeSettings(session: Session, section: unknown): void {
  const { language, ...settings } = readSettings(section);
  const { environment, isOurs } = session.setup();
  const own = isOurs || language === undefined ? environment : { ...environment, language };
  session.configure({ settings, environment: own });
}

/** What the client says of itself when it starts; `undefined` where it is no client of ours. */
export function readEnvironment(value: unknown): Environment | undefined {
  const { trusted, language } = asRecord(value);
  return typeof trusted === 'boolean' ? { trusted, language: uiLanguage(language) ?? 'en' } : undefined;
}

/** Of any other client: who starts a server on a folder trusts it. */
export function defaultEnvironment(locale: string | undefined): Environment {
  return { trusted: true, language: uiLanguage(locale?.split(/[-_]/)[0]) ?? 'en' };
}

function uiLanguage(value: unknown): UiLanguage | undefined {
  return value === 'sv' || value === 'en' ? value : undefined;
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return value === 'error' || value === 'warning' || value === 'hint' || value === 'off';
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
