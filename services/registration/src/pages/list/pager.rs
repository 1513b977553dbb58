/// The pages that can be gone to: the first, the last and those around this one. `None` stands for all that lie between.
pub(in crate::pages) fn pager(page: u64, pages: u64) -> Vec<Option<u64>> {
    let mut shown: Vec<Option<u64>> = Vec::new();
    let mut before = 0;
    for n in [1].into_iter().chain(page.saturating_sub(2)..=page.saturating_add(2)).chain([pages]) {
        if n <= before || n > pages {
            continue;
        }
        match n - before {
            1 => {}
            // One page takes as little room as the sign for several.
            2 => shown.push(Some(n - 1)),
            _ => shown.push(None),
        }
        shown.push(Some(n));
        before = n;
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::pager;

    #[test]
    fn it_is_short_however_many_there_are() {
        for (page, pages, wanted) in [
            (1, 1, "1"),
            (1, 2, "1 2"),
            (1, 200, "1 2 3 … 200"),
            (4, 200, "1 2 3 4 5 6 … 200"),
            (5, 7, "1 2 3 4 5 6 7"),
            (100, 200, "1 … 98 99 100 101 102 … 200"),
            (200, 200, "1 … 198 199 200"),
        ] {
            let shown: Vec<String> =
                pager(page, pages).into_iter().map(|n| n.map_or("…".to_owned(), |n| n.to_string())).collect();
            assert_eq!(shown.join(" "), wanted, "{page} of {pages}");
        }
    }
}
