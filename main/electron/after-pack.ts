import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';

/** What of electron-builder's AfterPackContext is used here. */
type Packed = {
  readonly appOutDir: string;
  readonly electronPlatformName: string;
  readonly packager: {
    readonly appInfo: { readonly productFilename: string };
    readonly executableName?: string;
  };
};

/**
 * electron-builder's hook, not part of the program: switches off in Electron's binary what Estafeta never uses
 * and an attacker would (running as plain Node, debugging), and on what protects the package.
 */
export default async function afterPack({
  appOutDir,
  electronPlatformName,
  packager,
}: Packed): Promise<void> {
  const { appInfo, executableName } = packager;
  const name =
    electronPlatformName === 'win32'
      ? `${appInfo.productFilename}.exe`
      : (executableName ?? appInfo.productFilename);
  await flipFuses(join(appOutDir, name), {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  });
}
