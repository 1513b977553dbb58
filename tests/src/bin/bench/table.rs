use std::fmt::Write;
use std::time::Duration;

/// The tables, as they are measured.
#[derive(Default)]
pub(crate) struct Report {
    sections: Vec<(String, Vec<String>, Vec<Vec<String>>)>,
}

impl Report {
    /// Begins a table.
    pub(crate) fn section(&mut self, title: &str, columns: &[&str]) {
        eprint(title);
        self.sections.push((title.to_owned(), columns.iter().map(|column| (*column).to_owned()).collect(), Vec::new()));
    }

    /// Adds a row to the table begun last.
    pub(crate) fn row(&mut self, cells: Vec<String>) {
        eprint(&format!("  {}", cells.join("  ")));
        if let Some((_, _, rows)) = self.sections.last_mut() {
            rows.push(cells);
        }
    }

    /// Writes everything as Markdown. What was not measured this time stays as it is in the file.
    pub(crate) fn write(&self, file: &str) {
        let cores = std::thread::available_parallelism().map_or(0, usize::from);
        let memory = std::fs::read_to_string("/proc/meminfo").unwrap_or_default();
        let kilobytes: u64 = memory
            .lines()
            .find_map(|line| line.strip_prefix("MemTotal:")?.trim().strip_suffix(" kB")?.parse().ok())
            .unwrap_or_default();
        let mut text = format!(
            "# Benchmarks\n\nMade by `make bench`; do not edit by hand. {cores} cores, {} GB of memory. Clients, servers and the\n\
             databases share them. Every ratio is against a limit that was measured in the same run: compare the ratios,\n\
             not the figures, between machines.\n",
            kilobytes.div_ceil(1024 * 1024)
        );
        let before = std::fs::read_to_string(file).unwrap_or_default();
        let mut sections: Vec<(String, String)> =
            before.split("\n## ").skip(1).filter_map(|part| part.split_once('\n')).map(owned).collect();
        for (title, columns, rows) in &self.sections {
            let mut table = format!("\n| {} |\n|{}\n", columns.join(" | "), " --- |".repeat(columns.len()));
            for row in rows {
                let _ = writeln!(table, "| {} |", row.join(" | "));
            }
            match sections.iter_mut().find(|(other, _)| other == title) {
                Some((_, there)) => *there = table,
                None => sections.push((title.clone(), table)),
            }
        }
        for (title, table) in sections {
            let _ = write!(text, "\n## {title}\n\n{}\n", table.trim());
        }
        std::fs::write(file, text).expect("the report can be written");
    }
}

fn owned((title, table): (&str, &str)) -> (String, String) {
    (title.to_owned(), table.to_owned())
}

#[expect(clippy::print_stderr, reason = "whoever waits for the figures sees them come")]
fn eprint(line: &str) {
    eprintln!("{line}");
}

/// The durations in order, from which percentiles are read.
pub(crate) struct Spread(Vec<Duration>);

impl Spread {
    pub(crate) fn of(mut all: Vec<Duration>) -> Self {
        all.sort_unstable();
        Self(all)
    }

    /// The duration that so many percent do not exceed, in milliseconds.
    pub(crate) fn percentile(&self, percent: usize) -> String {
        let at = (self.0.len() * percent / 100).min(self.0.len().saturating_sub(1));
        self.0.get(at).map_or_else(|| "-".to_owned(), |duration| format!("{:.1} ms", duration.as_secs_f64() * 1_000.0))
    }
}

/// So many a second, without decimals.
pub(crate) fn rate(count: usize, took: Duration) -> f64 {
    let count = u32::try_from(count).expect("not that many");
    f64::from(count) / took.as_secs_f64()
}
