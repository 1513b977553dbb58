//! What became of each person when, for those who are asked about it afterwards.

use crate::desk::fact::News;
use chrono::{DateTime, Utc};
use proto::RegistrationId;
use proto::registration::Withdrawal;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, Set};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "history")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub registration_id: Uuid,
    pub at: DateTime<Utc>,
    pub what: What,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub enum What {
    Admitted,
    /// The organisers were to decide.
    Received,
    /// The organisers said no.
    Declined,
    /// From the waiting list.
    MovedUp,
    Waitlisted,
    Offered,
    Changed,
    Withdrew,
    /// The delegation took the seat back.
    Unseated,
    /// An organiser signed them off.
    SignedOff,
    OfferLapsed,
    HandedOver,
    EventCancelled,
    /// The same address was signed up once more, and nothing changed.
    Repeated,
    /// The programme changed, and something that they have with it.
    Replanned,
    Attended,
    NotAttended,
}

impl What {
    pub const ALL: [Self; 17] = [
        Self::Admitted,
        Self::Received,
        Self::Declined,
        Self::MovedUp,
        Self::Waitlisted,
        Self::Offered,
        Self::Changed,
        Self::Withdrew,
        Self::Unseated,
        Self::SignedOff,
        Self::OfferLapsed,
        Self::HandedOver,
        Self::EventCancelled,
        Self::Repeated,
        Self::Replanned,
        Self::Attended,
        Self::NotAttended,
    ];

    /// The end of the key of its words.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Admitted => "admitted",
            Self::Received => "received",
            Self::Declined => "declined",
            Self::MovedUp => "moved_up",
            Self::Waitlisted => "waitlisted",
            Self::Offered => "offered",
            Self::Changed => "changed",
            Self::Withdrew => "withdrew",
            Self::Unseated => "unseated",
            Self::SignedOff => "signed_off",
            Self::OfferLapsed => "offer_lapsed",
            Self::HandedOver => "handed_over",
            Self::EventCancelled => "event_cancelled",
            Self::Repeated => "repeated",
            Self::Replanned => "replanned",
            Self::Attended => "attended",
            Self::NotAttended => "not_attended",
        }
    }
}

impl From<&News> for What {
    fn from(news: &News) -> Self {
        match news {
            News::Admitted { from_waiting_list: false } => Self::Admitted,
            News::Admitted { from_waiting_list: true } => Self::MovedUp,
            News::Received => Self::Received,
            News::Declined { .. } => Self::Declined,
            News::Waitlisted { .. } => Self::Waitlisted,
            News::Offered { .. } => Self::Offered,
            News::Changed => Self::Changed,
            News::Withdrawn(Withdrawal::ByPerson) => Self::Withdrew,
            News::Withdrawn(Withdrawal::ByDelegation) => Self::Unseated,
            News::Withdrawn(Withdrawal::ByOrganiser) => Self::SignedOff,
            News::Withdrawn(Withdrawal::OfferLapsed) => Self::OfferLapsed,
            News::Withdrawn(Withdrawal::HandedOver) => Self::HandedOver,
            News::Withdrawn(Withdrawal::EventCancelled) => Self::EventCancelled,
            News::Repeated { .. } => Self::Repeated,
            News::Replanned(_) => Self::Replanned,
        }
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Notes what became of these people.
pub async fn note(
    tx: &impl ConnectionTrait,
    at: DateTime<Utc>,
    what: impl Iterator<Item = (Uuid, What)>,
) -> Result<(), DbErr> {
    let row = |(registration_id, what)| ActiveModel {
        id: Set(Uuid::now_v7()),
        registration_id: Set(registration_id),
        at: Set(host::to_micros(at)),
        what: Set(what),
    };
    let rows: Vec<ActiveModel> = what.map(row).collect();
    for rows in rows.chunks(super::CHUNK) {
        Entity::insert_many(rows.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// What became of one person, in the order in which it did.
pub async fn of(db: &impl ConnectionTrait, registration: RegistrationId) -> Result<Vec<Model>, DbErr> {
    let theirs = Entity::find().filter(Column::RegistrationId.eq(registration.0));
    theirs.order_by_asc(Column::At).order_by_asc(Column::Id).all(db).await
}

/// Whether it ended with an organiser's no.
pub async fn is_declined(db: &impl ConnectionTrait, registration: RegistrationId) -> Result<bool, DbErr> {
    let theirs = Entity::find().filter(Column::RegistrationId.eq(registration.0));
    Ok(theirs.filter(Column::What.eq(What::Declined)).count(db).await? > 0)
}

/// Deletes what became of these people.
pub async fn erase(tx: &impl ConnectionTrait, registrations: &[Uuid]) -> Result<(), DbErr> {
    for some in registrations.chunks(super::CHUNK) {
        let theirs = Entity::delete_many().filter(Column::RegistrationId.is_in(some.iter().copied()));
        theirs.exec(tx).await?;
    }
    Ok(())
}
