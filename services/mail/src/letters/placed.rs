use proto::gathering::{PlanKind, PlanPlaced};
use proto::{EventId, Localised, PlanId, RegistrationId};
use serde::Serialize;
use uuid::Uuid;

use super::{About, Letter};

/// Where somebody sits at the dinner, or in which group they work.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Placed {
    pub(crate) about: About,
    /// What the plan is for.
    pub(crate) plan: Localised,
    pub(crate) kind: PlanKind,
    pub(crate) table: Option<u32>,
    /// What was told before.
    pub(crate) before: Option<u32>,
}

impl Placed {
    pub(crate) fn new(about: About, told: &PlanPlaced) -> Self {
        let PlanPlaced { name, kind, table, before, .. } = told;
        Self { about, plan: name.clone(), kind: *kind, table: *table, before: *before }
    }
}

impl Letter for Placed {
    const FOLDER: &'static str = "placed";

    fn samples() -> Vec<Self> {
        let letter = |kind, table, before| {
            let told = PlanPlaced {
                plan_id: PlanId(Uuid::nil()),
                event_id: EventId(Uuid::nil()),
                registration_id: RegistrationId(Uuid::nil()),
                revision: 1,
                name: Localised::from([(proto::Language::Nn, "Middag & <mingling>"), (proto::Language::En, "Dinner")]),
                kind,
                table,
                before,
            };
            Self::new(About::sample(), &told)
        };
        vec![
            letter(PlanKind::Tables, Some(4), None),
            letter(PlanKind::Tables, Some(4), Some(12)),
            letter(PlanKind::Tables, None, Some(4)),
            letter(PlanKind::Groups, Some(2), None),
            letter(PlanKind::Groups, Some(2), Some(3)),
            letter(PlanKind::Groups, None, Some(2)),
        ]
    }
}
