<?php

const CRYPT_SALT_LENGTH = 123;
const CRYPT_STD_DES = 1;
const CRYPT_EXT_DES = 1;
const CRYPT_MD5 = 1;
const CRYPT_BLOWFISH = 1;
const CRYPT_SHA256 = 1;
const CRYPT_SHA512 = 1;
const INI_SCANNER_NORMAL = 0;
const INI_SCANNER_RAW = 1;
const INI_SCANNER_TYPED = 2;
const DNS_A = 1;
const DNS_NS = 2;
const DNS_CNAME = 16;
const DNS_SOA = 32;
const DNS_PTR = 2048;
const DNS_HINFO = 4096;
const DNS_CAA = 8192;
const DNS_MX = 16384;
const DNS_TXT = 32768;
const DNS_SRV = 33554432;
const DNS_NAPTR = 67108864;
const DNS_AAAA = 134217728;
const DNS_A6 = 16777216;
const DNS_ANY = 268435456;
const DNS_ALL = 251721779;
const IMAGETYPE_GIF = 1;
const IMAGETYPE_JPEG = 2;
const IMAGETYPE_PNG = 3;
const IMAGETYPE_SWF = 4;
const IMAGETYPE_PSD = 5;
const IMAGETYPE_BMP = 6;
const IMAGETYPE_TIFF_II = 7;
const IMAGETYPE_TIFF_MM = 8;
const IMAGETYPE_JPC = 9;
const IMAGETYPE_JP2 = 10;
const IMAGETYPE_JPX = 11;
const IMAGETYPE_JB2 = 12;
const IMAGETYPE_SWC = 13;
const IMAGETYPE_IFF = 14;
const IMAGETYPE_WBMP = 15;
const IMAGETYPE_JPEG2000 = 9;
const IMAGETYPE_XBM = 16;
const IMAGETYPE_ICO = 17;
const IMAGETYPE_WEBP = 18;
const IMAGETYPE_AVIF = 19;
const IMAGETYPE_UNKNOWN = 0;
const IMAGETYPE_COUNT = 20;
const INFO_GENERAL = 1;
const INFO_CREDITS = 2;
const INFO_CONFIGURATION = 4;
const INFO_MODULES = 8;
const INFO_ENVIRONMENT = 16;
const INFO_VARIABLES = 32;
const INFO_LICENSE = 64;
const INFO_ALL = 4294967295;
const CREDITS_GROUP = 1;
const CREDITS_GENERAL = 2;
const CREDITS_SAPI = 4;
const CREDITS_MODULES = 8;
const CREDITS_DOCS = 16;
const CREDITS_FULLPAGE = 32;
const CREDITS_QA = 64;
const CREDITS_ALL = 4294967295;
const LOG_EMERG = 0;
const LOG_ALERT = 1;
const LOG_CRIT = 2;
const LOG_ERR = 3;
const LOG_WARNING = 4;
const LOG_NOTICE = 5;
const LOG_INFO = 6;
const LOG_DEBUG = 7;
const LOG_KERN = 0;
const LOG_USER = 8;
const LOG_MAIL = 16;
const LOG_DAEMON = 24;
const LOG_AUTH = 32;
const LOG_SYSLOG = 40;
const LOG_LPR = 48;
const LOG_NEWS = 56;
const LOG_UUCP = 64;
const LOG_CRON = 72;
const LOG_AUTHPRIV = 80;
const LOG_LOCAL0 = 128;
const LOG_LOCAL1 = 136;
const LOG_LOCAL2 = 144;
const LOG_LOCAL3 = 152;
const LOG_LOCAL4 = 160;
const LOG_LOCAL5 = 168;
const LOG_LOCAL6 = 176;
const LOG_LOCAL7 = 184;
const LOG_PID = 1;
const LOG_CONS = 2;
const LOG_ODELAY = 4;
const LOG_NDELAY = 8;
const LOG_NOWAIT = 16;
const LOG_PERROR = 32;
const CHAR_MAX = 127;
const LC_CTYPE = 0;
const LC_NUMERIC = 1;
const LC_TIME = 2;
const LC_COLLATE = 3;
const LC_MONETARY = 4;
const LC_ALL = 6;
const LC_MESSAGES = 5;
const ABDAY_1 = 131072;
const ABDAY_2 = 131073;
const ABDAY_3 = 131074;
const ABDAY_4 = 131075;
const ABDAY_5 = 131076;
const ABDAY_6 = 131077;
const ABDAY_7 = 131078;
const DAY_1 = 131079;
const DAY_2 = 131080;
const DAY_3 = 131081;
const DAY_4 = 131082;
const DAY_5 = 131083;
const DAY_6 = 131084;
const DAY_7 = 131085;
const ABMON_1 = 131086;
const ABMON_2 = 131087;
const ABMON_3 = 131088;
const ABMON_4 = 131089;
const ABMON_5 = 131090;
const ABMON_6 = 131091;
const ABMON_7 = 131092;
const ABMON_8 = 131093;
const ABMON_9 = 131094;
const ABMON_10 = 131095;
const ABMON_11 = 131096;
const ABMON_12 = 131097;
const MON_1 = 131098;
const MON_2 = 131099;
const MON_3 = 131100;
const MON_4 = 131101;
const MON_5 = 131102;
const MON_6 = 131103;
const MON_7 = 131104;
const MON_8 = 131105;
const MON_9 = 131106;
const MON_10 = 131107;
const MON_11 = 131108;
const MON_12 = 131109;
const AM_STR = 131110;
const PM_STR = 131111;
const D_T_FMT = 131112;
const D_FMT = 131113;
const T_FMT = 131114;
const T_FMT_AMPM = 131115;
const ERA = 131116;
const ERA_YEAR = 131117;
const ERA_D_T_FMT = 131120;
const ERA_D_FMT = 131118;
const ERA_T_FMT = 131121;
const ALT_DIGITS = 131119;
const CRNCYSTR = 262159;
const MON_DECIMAL_POINT = 262146;
const MON_THOUSANDS_SEP = 262147;
const MON_GROUPING = 262148;
const RADIXCHAR = 65536;
const THOUSEP = 65537;
const INT_CURR_SYMBOL = 262144;
const CURRENCY_SYMBOL = 262145;
const POSITIVE_SIGN = 262149;
const NEGATIVE_SIGN = 262150;
const INT_FRAC_DIGITS = 262151;
const FRAC_DIGITS = 262152;
const P_CS_PRECEDES = 262153;
const P_SEP_BY_SPACE = 262154;
const N_CS_PRECEDES = 262155;
const N_SEP_BY_SPACE = 262156;
const P_SIGN_POSN = 262157;
const N_SIGN_POSN = 262158;
const DECIMAL_POINT = 65536;
const THOUSANDS_SEP = 65537;
const GROUPING = 65538;
const YESSTR = 327682;
const NOSTR = 327683;
const YESEXPR = 327680;
const NOEXPR = 327681;
const CODESET = 14;

/** The next word of a text. */
function strtok(string $string, ?string $token = null): string|false {}

/** A text without the backslashes of C. */
#[__Pure]
function stripcslashes(string $string): string {}

/** The next text of its kind: `Az` is followed by `Ba`. */
function str_increment(string $string): string {}

/** The text before it. */
function str_decrement(string $string): string {}

/** Latin 1 as UTF-8. */
#[Deprecated(since: "8.2", message: "visit the php.net documentation for various alternatives")]
function utf8_encode(string $string): string {}

/** UTF-8 as Latin 1. */
#[Deprecated(since: "8.2", message: "visit the php.net documentation for various alternatives")]
function utf8_decode(string $string): string {}

/** How a word of English sounds. */
function metaphone(string $string, int $max_phonemes = 0): string {}

/** The number of an address. */
#[__Pure]
function ip2long(#[__Path] string $ip): int|false {}

/** The address of a number. */
#[__Pure]
function long2ip(int $ip): string {}

/** The bytes of an address. */
function inet_pton(#[__Path] string $ip): string|false {}

/** The address of bytes. */
function inet_ntop(string $ip): string|false {}

/** Lines of Hebrew in the order in which they are seen. */
function hebrev(string $string, int $max_chars_per_line = 0): string {}
