package takt.cli.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Weeks and months as people write them. */
final class WeekAndMonthTexts {

    private static final Pattern YEAR_WEEK =
            Pattern.compile("(\\d{4})[ -]?(?:W|KW|CW)[ -]?(\\d{1,2})(?:-1)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern WEEK_YEAR =
            Pattern.compile("(?:W|KW|CW)?[ -]?(\\d{1,2})[ ./-](\\d{4})", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_MONTH = Pattern.compile("(\\d{4})[-/.](\\d{1,2})");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})[-/.](\\d{4})");
    private static final Pattern NAME_YEAR = Pattern.compile("(\\p{L}{3,9})\\.?[ -]?'?(\\d{4}|\\d{2})");
    /** Years of two digits beside a month's name are 1970 to 2069. */
    private static final int PIVOT = 70;

    /** English and German; any beginning of at least three letters names the month. */
    private static final List<List<String>> MONTHS = List.of(
            List.of("january", "januar", "j\u00E4nner"),
            List.of("february", "februar"),
            List.of("march", "m\u00E4rz", "mrz", "maerz"),
            List.of("april"),
            List.of("may", "mai"),
            List.of("june", "juni"),
            List.of("july", "juli"),
            List.of("august"),
            List.of("september"),
            List.of("october", "oktober"),
            List.of("november"),
            List.of("december", "dezember"));

    static final Pattern SIX = Pattern.compile("(\\d{4})(\\d{2})");

    private WeekAndMonthTexts() {}

    static Optional<String> week(String text) {
        return numbers(YEAR_WEEK, text)
                .or(() -> numbers(SIX, text))
                .map(n -> new int[] {n[0], n[1]})
                .or(() -> numbers(WEEK_YEAR, text).map(n -> new int[] {n[1], n[0]}))
                .filter(n -> n[1] >= 1 && n[1] <= 53)
                .map(n -> "%04d-W%02d".formatted(n[0], n[1]));
    }

    static Optional<String> month(String text) {
        Matcher named = NAME_YEAR.matcher(text);
        if (named.matches()) {
            String name = named.group(1).toLowerCase(Locale.ROOT);
            return IntStream.rangeClosed(1, 12)
                    .filter(m -> MONTHS.get(m - 1).stream().anyMatch(full -> full.startsWith(name)))
                    .mapToObj(m -> "%04d-%02d".formatted(year(Integer.parseInt(named.group(2))), m))
                    .findFirst();
        }
        return numbers(YEAR_MONTH, text)
                .or(() -> numbers(SIX, text))
                .or(() -> numbers(MONTH_YEAR, text).map(n -> new int[] {n[1], n[0]}))
                .filter(n -> n[1] >= 1 && n[1] <= 12)
                .map(n -> "%04d-%02d".formatted(n[0], n[1]));
    }

    private static int year(int number) {
        return number >= 100 ? number : number + (number < PIVOT ? 2000 : 1900);
    }

    static Optional<int[]> numbers(Pattern form, String text) {
        Matcher matcher = form.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int[] numbers = new int[matcher.groupCount()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Integer.parseInt(matcher.group(i + 1));
        }
        return Optional.of(numbers);
    }
}
