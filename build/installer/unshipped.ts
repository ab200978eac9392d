/**
 * Files of packages that no run of the program reads. What is left out here never reaches an installer; that what is
 * kept suffices is proven by importing every package from the stage (stage.test) and by the run under Wine.
 */
interface Leftover {
  /** Whole package names, or every package. */
  readonly packages: RegExp
  /** Paths inside the package. */
  readonly files: RegExp
  readonly because: string
}

const leftovers: readonly Leftover[] = [
  {
    packages: /^bare-/,
    files: /^/,
    because: 'another JavaScript runtime, with programs for nine systems',
  },
  { packages: /^@types\//, files: /^/, because: 'types' },
  {
    packages: /./,
    files:
      /\.(?:map|[cm]?ts|tsx|flow|markdown|md|mkd|ya?ml|lock|coffee|sh|cmd|bat|tgz|gypi?|[ch]|cc|hpp|cpp)$/i,
    because: 'sources, types, maps and readmes',
  },
  {
    packages: /./,
    files: /^(?:test|tests|__tests__|example|examples|docs?|bench(?:marks?)?|coverage|man|\.[^/]+)\//i,
    because: 'tests and documents of its makers',
  },
  { packages: /./, files: /(?:^|\/)\.[^/]+$/, because: 'settings of its makers’ tools' },
  {
    packages: /^docx$/,
    files: /^dist\/(?!index\.mjs$)/,
    because: 'forms of the same program, and what is an import of its own',
  },
  { packages: /^exceljs$/, files: /^dist\//, because: 'bundles for browsers' },
  {
    packages: /^zod$/,
    files: /^(?:src|v3|v4-mini|mini)\/|\.cjs$/,
    because: 'sources, and other versions of its interface',
  },
  {
    packages: /^@e965\/xlsx$/,
    files: /^(?:dist|bin|types)\/|^xlsx(?:worker)?\.js$/,
    because: 'forms of the same program',
  },
  {
    packages: /^underscore$/,
    files: /^(?:amd|modules)\/|-min\.js$|^underscore-(?:esm|umd)/,
    because: 'forms of the same program',
  },
  { packages: /^dayjs$/, files: /^(?:esm|locale)\//, because: 'forms of the same program, and languages' },
  { packages: /^mammoth$/, files: /^(?:bin|browser)\/|^mammoth\.browser/, because: 'bundles for browsers' },
  { packages: /^jszip$/, files: /^(?:dist|vendor)\//, because: 'bundles for browsers' },
  { packages: /^nodemailer$/, files: /^dist\/cjs\//, because: 'forms of the same program' },
  { packages: /^bluebird$/, files: /^js\/browser\//, because: 'bundles for browsers' },
  { packages: /^fflate$/, files: /^(?:umd\/|(?:lib|esm)\/.*browser)/, because: 'bundles for browsers' },
  { packages: /^pako$/, files: /^dist\//, because: 'bundles for browsers' },
  { packages: /^exifreader$/, files: /^(?:src|bin)\//, because: 'sources' },
  { packages: /^sharp$/, files: /^(?:src|install)\//, because: 'sources of its native part' },
]

/**
 * Why a file of a package is not shipped.
 *
 * @param name of the package
 * @param file its path inside the package, with `/`
 * @returns undefined when it is shipped
 */
export function unshippedBecause(name: string, file: string): string | undefined {
  if (isLicence(file) && !/^(?:bare-|@types\/)/.test(name)) return undefined
  return leftovers.find(({ packages, files }) => packages.test(name) && files.test(file))?.because
}

/** Whether a file bears the name of a licence text; these always go along. */
export const isLicence = (file: string): boolean =>
  /^(?:licen[cs]e|copying|notice|unlicense|copyright)[^/]*$/i.test(file)
