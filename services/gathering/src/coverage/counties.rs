//! The counties of Norway, and where each stands on a map of tiles that keeps neighbours near each other.

/// A county and its tile.
pub(crate) struct County {
    /// The first two digits of its municipalities' numbers.
    pub(crate) number: &'static str,
    pub(crate) name: &'static str,
    /// Four letters at most.
    pub(crate) short: &'static str,
    /// From the west.
    pub(crate) column: u32,
    /// From the north.
    pub(crate) row: u32,
}

const fn county(number: &'static str, name: &'static str, short: &'static str, column: u32, row: u32) -> County {
    County { number, name, short, column, row }
}

/// All there are since 2024, from the north.
pub(crate) const ALL: [County; 15] = [
    county("56", "Finnmark", "Finn", 3, 0),
    county("55", "Troms", "Trom", 2, 0),
    county("18", "Nordland", "Nord", 2, 1),
    county("50", "Trøndelag", "Trød", 2, 2),
    county("15", "Møre og Romsdal", "M&R", 1, 3),
    county("34", "Innlandet", "Innl", 2, 3),
    county("46", "Vestland", "Vest", 0, 4),
    county("33", "Buskerud", "Busk", 1, 4),
    county("32", "Akershus", "Aker", 2, 4),
    county("11", "Rogaland", "Roga", 0, 5),
    county("40", "Telemark", "Tele", 1, 5),
    county("03", "Oslo", "Oslo", 2, 5),
    county("31", "Østfold", "Østf", 3, 5),
    county("42", "Agder", "Agde", 1, 6),
    county("39", "Vestfold", "Vfol", 2, 6),
];

/// The number of the county that a municipality is in.
pub(crate) fn of(municipality: &str) -> &str {
    municipality.get(..2).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{ALL, of};
    use municipalities::{Land, Register};
    use std::collections::BTreeSet;

    #[test]
    fn every_municipality_is_in_one_of_them_and_each_has_a_tile_of_its_own() {
        for one in Register::get().all().iter().filter(|one| one.land == Land::No) {
            let county = ALL.iter().find(|county| county.number == of(&one.number)).unwrap();
            assert!(one.county.starts_with(county.name), "{} is in {}", one.name, one.county);
        }
        let tiles: BTreeSet<_> = ALL.iter().map(|county| (county.column, county.row)).collect();
        assert_eq!(tiles.len(), ALL.len());
        let shorts: BTreeSet<_> = ALL.iter().map(|county| county.short).collect();
        assert_eq!(shorts.len(), ALL.len());
    }
}
