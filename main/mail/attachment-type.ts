import path from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import type { Danger } from './model.ts';
import { isCompound } from './outlook/compound.ts';

/** Bytes that are enough for every signature looked at, save the list of names at the end of a zip. */
const HEAD_BYTES = 4100;

const EXECUTABLE_EXTENSIONS = new Set(
  (
    'exe com scr pif bat cmd msi msp msix appx dll cpl ocx sys drv hta js jse mjs vbs vbe vb wsf wsh wsc sct ps1 psm1 ' +
    'ps1xml psc1 lnk url scf jar jnlp reg inf gadget application appref-ms msc chm hlp iso img vhd vhdx sh bash py rb ' +
    'pl apk dmg pkg deb rpm app command workflow xll wll library-ms search-ms settingcontent-ms website diagcab one'
  ).split(' '),
);
const MACRO_EXTENSIONS = new Set([
  'docm',
  'dotm',
  'xlsm',
  'xltm',
  'xlam',
  'xlsb',
  'pptm',
  'potm',
  'ppam',
  'ppsm',
  'sldm',
]);
/** What opens in the browser from disk, with scripts: as good as a program. */
const ACTIVE_EXTENSIONS = new Set(['html', 'htm', 'xhtml', 'shtml', 'mht', 'mhtml', 'svg']);
const EXECUTABLE_TYPES = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/x-ms-shortcut',
  'application/x-msi',
  'application/x-sh',
  'application/java-vm',
  'application/vnd.android.package-archive',
]);

// Content of one kind under several names: the first type is the one detection answers.
const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf', 'ai'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/gif': ['gif'],
  'image/bmp': ['bmp', 'dib'],
  'image/tiff': ['tif', 'tiff'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'image/heif': ['heic', 'heif'],
  'application/zip': ['zip', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'jar', 'kmz', 'pages', 'numbers'],
  'application/x-rar-compressed': ['rar'],
  'application/x-7z-compressed': ['7z'],
  'application/gzip': ['gz', 'tgz'],
  'application/x-cfb': ['doc', 'xls', 'ppt', 'msg', 'dot', 'xlt', 'pps', 'msi', 'thmx'],
  'application/vnd.ms-outlook': ['msg'],
  'application/ms-tnef': ['tnef', 'msg'],
  'application/rtf': ['rtf', 'doc'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx', 'dotx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx', 'xltx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx', 'ppsx', 'potx'],
  'application/vnd.oasis.opendocument.text': ['odt', 'ott'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
};

/** Names that claim a kind of content which is easily recognised: other content under them is a lie. */
const CLAIMING = new Set(Object.values(EXTENSIONS).flat());

/**
 * Type of the content by its bytes, null when they say nothing. Text is told from binary; HTML, mail and Office
 * documents are recognised. Never throws.
 */
export async function detectType(bytes: Buffer): Promise<string | null> {
  if (bytes.length === 0) return null;
  const byHand = quickType(bytes);
  if (byHand) return byHand;
  try {
    const found = await fileTypeFromBuffer(bytes);
    // SVG is XML that runs scripts: worth telling from the rest.
    if (found && found.mime !== 'application/xml') return found.mime;
  } catch {
    return null; // content that breaks the detector is content of no known type
  }
  return textType(bytes.subarray(0, HEAD_BYTES));
}

/** The stream that makes a compound file an Outlook item. */
const MSG_PROPERTIES = Buffer.from('__properties_version1.0', 'utf16le');

// The signatures that nearly all attachments have, without a detector's set-up cost, and Outlook's own.
function quickType(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, 8);
  if (head.startsWith('%PDF-')) return 'application/pdf';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n') && bytes.indexOf('acTL', 8, 'latin1') < 0) return 'image/png';
  if (head.startsWith('MZ')) return 'application/x-msdownload';
  if (head.startsWith('\x78\x9f\x3e\x22')) return 'application/ms-tnef';
  if (isCompound(bytes) && bytes.includes(MSG_PROPERTIES)) return 'application/vnd.ms-outlook';
  return null;
}

function textType(head: Buffer): string | null {
  const text = head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  if (/[^\P{Cc}\t\r\n\f\u0080-\u009f]/u.test(text)) return null;
  if (/^\s*(<!doctype html|<html|<head|<body|<script)/i.test(text)) return 'text/html';
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)?<svg[\s>]/i.test(text)) return 'image/svg+xml';
  if (/^BEGIN:VCALENDAR/i.test(text)) return 'text/calendar';
  if (/^BEGIN:VCARD/i.test(text)) return 'text/vcard';
  if (/^#!/.test(text)) return 'application/x-sh';
  if (
    /^(received|return-path|from|message-id|mime-version|delivered-to|date|subject|x-[\w-]+): /i.test(text)
  ) {
    return 'message/rfc822';
  }
  return 'text/plain';
}

/** Why an attachment must not be opened without a second thought; empty when nothing speaks against it. */
export function dangersOf(name: string, declaredType: string, detectedType: string | null): Danger[] {
  const dangers = new Set<Danger>();
  const visible = name.replace(/\p{Cf}/gu, '').trim();
  const extension = extensionOf(visible.replace(/[.\s]+$/, ''));
  const executable =
    EXECUTABLE_EXTENSIONS.has(extension) ||
    ACTIVE_EXTENSIONS.has(extension) ||
    detectedType === 'text/html' ||
    (detectedType !== null && EXECUTABLE_TYPES.has(detectedType));
  if (executable) dangers.add('EXECUTABLE');
  if (
    MACRO_EXTENSIONS.has(extension) ||
    /macroenabled/i.test(declaredType) ||
    /macroenabled/i.test(detectedType ?? '')
  ) {
    dangers.add('MACROS');
  }
  const inner = extensionOf(visible.slice(0, Math.max(0, visible.length - extension.length - 1)).trimEnd());
  const doubled = executable && inner !== '' && (CLAIMING.has(inner) || inner === 'txt');
  if (
    doubled ||
    /[\u202a-\u202e\u2066-\u2069]/.test(name) ||
    /[.\s]+$/.test(name) ||
    /\s{4,}\S*$/.test(name)
  ) {
    dangers.add('HIDDEN_EXTENSION');
  }
  if (detectedType !== null && !fits(extension, declaredType, detectedType)) dangers.add('TYPE_MISMATCH');
  return [...dangers];
}

function fits(extension: string, declaredType: string, detectedType: string): boolean {
  const possible = EXTENSIONS[detectedType];
  // A name that claims a recognisable kind must have that content; the type a mail program declares is often wrong.
  if (CLAIMING.has(extension)) return possible?.includes(extension) ?? false;
  if (extension !== '') {
    return !EXECUTABLE_TYPES.has(detectedType) || EXECUTABLE_EXTENSIONS.has(extension);
  }
  if (EXECUTABLE_TYPES.has(detectedType)) return false;
  const claimed = declaredType.toLowerCase();
  return (
    EXTENSIONS[claimed] === undefined ||
    claimed === detectedType ||
    EXTENSIONS[claimed].some((one) => possible?.includes(one))
  );
}

function extensionOf(name: string): string {
  return path.posix.extname(name).slice(1).toLowerCase();
}

/** Windows device names: no file may be called so, whatever its extension. */
const RESERVED =
  /^(con|prn|aux|nul|conin\$|conout\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])$/i;
/** Leaves room for a folder in Windows' 260 characters. */
const MAX_NAME = 120;

const TYPE_EXTENSIONS: Readonly<Record<string, string>> = {
  'text/plain': 'txt',
  'text/html': 'html',
  'text/calendar': 'ics',
  'text/rfc822-headers': 'txt',
  'text/vcard': 'vcf',
  'message/rfc822': 'eml',
  'message/delivery-status': 'txt',
  'message/disposition-notification': 'txt',
  'application/x-msdownload': 'exe',
  'application/pkcs7-signature': 'p7s',
  'application/pkcs7-mime': 'p7m',
  'application/ms-tnef': 'dat',
  'image/svg+xml': 'svg',
};

/**
 * A file name that Windows accepts and that hides nothing: no path, no reserved name or character, no trailing dots
 * or spaces, no invisible characters, at most 120 characters. `number` counts the message's attachments from 1 and
 * names a part that has no name of its own.
 */
export function safeFileName(name: string, number: number, type: string | null): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  const cleaned = base
    .toWellFormed()
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}<>:"|?*\ufffd]/gu, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (cleaned.replace(/[_.]/g, '') === '') {
    const extension = type ? (TYPE_EXTENSIONS[type] ?? EXTENSIONS[type]?.[0] ?? 'bin') : 'bin';
    return `adjunto-${number}.${extension}`;
  }
  const extension = path.posix.extname(cleaned).slice(0, 20);
  const stem = cleaned.slice(0, cleaned.length - path.posix.extname(cleaned).length);
  // Windows looks at what stands before the first dot.
  const [device = '', ...rest] = stem.split('.');
  const free = RESERVED.test(device.trim()) ? [`_${device.trim()}`, ...rest].join('.') : stem;
  return `${[...free]
    .slice(0, MAX_NAME - extension.length)
    .join('')
    .trimEnd()}${extension}`;
}
