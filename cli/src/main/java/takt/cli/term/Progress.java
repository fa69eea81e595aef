package takt.cli.term;

import java.text.DecimalFormat;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on a terminal; silent elsewhere, so that logs stay readable. */
public final class Progress implements AutoCloseable {

    private final java.util.Optional<ProgressBar> bar;

    @SuppressWarnings("SystemConsoleNull") // `takt` asks for the console that is null where there is no terminal
    public Progress(String task) {
        this.bar = System.console() == null
                ? java.util.Optional.empty()
                : java.util.Optional.of(new ProgressBarBuilder()
                        .setTaskName("  " + task)
                        .setInitialMax(-1)
                        .setUnit("", 1)
                        .showSpeed(new DecimalFormat("#,##0"))
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(200)
                        .clearDisplayOnFinish()
                        .build());
    }

    public void at(String step, long done, long total) {
        bar.ifPresent(b -> {
            b.setExtraMessage(step);
            b.maxHint(total > 0 ? total : -1);
            b.stepTo(done);
        });
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
