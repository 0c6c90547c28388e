<?php
// What the suites use of the extension intl at every turn, for engines that are without it: right for
// texts that are normalised and in English. Neither engine is told that the extension is there.
if (!class_exists('Normalizer')) {
    class Normalizer
    {
        public const NFD = 4, FORM_D = 4, NFKD = 8, FORM_KD = 8, NFC = 16, FORM_C = 16, NFKC = 32, FORM_KC = 32;

        public static function isNormalized(string $text, int $form = self::FORM_C): bool
        {
            return preg_match('//u', $text) === 1;
        }

        public static function normalize(string $text, int $form = self::FORM_C): string|false
        {
            return preg_match('//u', $text) === 1 ? $text : false;
        }
    }

    class Locale
    {
        public const DEFAULT_LOCALE = null;
        private static string $default = 'en_US';

        public static function getDefault(): string
        {
            return self::$default;
        }

        public static function setDefault(string $locale): bool
        {
            self::$default = $locale;
            return true;
        }

        public static function getPrimaryLanguage(string $locale): ?string
        {
            return strtok($locale, '_-');
        }
    }

    function normalizer_is_normalized(string $text, int $form = Normalizer::FORM_C): bool
    {
        return Normalizer::isNormalized($text, $form);
    }

    function normalizer_normalize(string $text, int $form = Normalizer::FORM_C): string|false
    {
        return Normalizer::normalize($text, $form);
    }
}
if (!function_exists('grapheme_strlen')) {
    define('GRAPHEME_EXTR_COUNT', 0);
    define('GRAPHEME_EXTR_MAXBYTES', 1);
    define('GRAPHEME_EXTR_MAXCHARS', 2);

    function grapheme_strlen(string $text): int|false|null
    {
        return preg_match('//u', $text) === 1 ? preg_match_all('/\X/u', $text) : null;
    }

    function grapheme_substr(string $text, int $offset, ?int $length = null): string|false
    {
        preg_match_all('/\X/u', $text, $all);
        return implode('', array_slice($all[0], $offset, $length));
    }

    function grapheme_extract(string $text, int $size, int $type = 0, int $offset = 0, ?int &$next = null): string|false
    {
        preg_match_all('/\X/u', substr($text, $offset), $all);
        $taken = implode('', array_slice($all[0], 0, $size));
        $next = $offset + strlen($taken);
        return $taken;
    }

    function grapheme_strpos(string $text, string $what, int $offset = 0): int|false
    {
        return mb_strpos($text, $what, $offset);
    }

    function grapheme_stripos(string $text, string $what, int $offset = 0): int|false
    {
        return mb_stripos($text, $what, $offset);
    }

    function grapheme_strrpos(string $text, string $what, int $offset = 0): int|false
    {
        return mb_strrpos($text, $what, $offset);
    }

    function grapheme_strripos(string $text, string $what, int $offset = 0): int|false
    {
        return mb_strripos($text, $what, $offset);
    }
}
