//! Who has looked at what about people, or noted something about them. Rows are only ever added.

use chrono::{DateTime, Utc};
use proto::{AccountId, EventId, RegistrationId};
use sea_orm::Set;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "audit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub at: DateTime<Utc>,
    pub account_id: Uuid,
    pub event_id: Uuid,
    pub action: Action,
    /// How many people it showed.
    pub people: i32,
    /// The file that was made, in a word.
    pub what: Option<String>,
    /// What it was needed for, in the organiser's own words.
    pub why: Option<String>,
    /// Where it was about one person.
    pub registration_id: Option<Uuid>,
}

/// What was looked at. What was searched for is left out: it may be a name.
#[derive(Copy, Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub enum Action {
    List,
    Search,
    /// Noted that somebody was there.
    Attended,
    /// Took it back.
    NotAttended,
    /// Let somebody in who was not signed up.
    LetIn,
    /// All about one person but what few may see.
    Person,
    /// What few may see of one person.
    Sensitive,
    /// Took people out as a file.
    Export,
    /// Took the package for the archive.
    Archive,
    /// Took badges or table signs of people.
    Badges,
    /// What few may see, counted, without names.
    Needs,
    /// Took that out as a file.
    NeedsExport,
    /// Noted something about a person.
    Note,
    /// Deleted a note.
    NoteDeleted,
    /// Signed somebody off.
    SignedOff,
    /// Gave a place to somebody who waited for one, or took for them the one that they were offered.
    GavePlace,
    /// Said yes to somebody who asked to take part.
    Approved,
    /// Said no.
    Declined,
    /// Had somebody take part in another way, or choose something else.
    Moved,
    /// Had the link to their own page sent to somebody.
    LinkSent,
    /// Signed somebody up.
    Added,
    /// Took the event off the public pages.
    Unpublished,
    /// Looked at whom the organisers have invited.
    Invitations,
    /// Wrote people down to be invited.
    Invited,
    /// Let the invitations go.
    InvitationsSent,
    /// Reminded those who had not answered.
    InvitationsReminded,
    /// Took an invitation back.
    InvitationTakenBack,
}

/// Something that an organiser did or looked at.
#[derive(Clone, Copy, Debug)]
pub struct Deed<'a> {
    pub action: Action,
    /// How many people it showed.
    pub people: usize,
    pub what: Option<&'a str>,
    pub why: Option<&'a str>,
    pub registration: Option<RegistrationId>,
}

impl Deed<'_> {
    /// About several people, with nothing to add.
    pub const fn of(action: Action, people: usize) -> Self {
        Self { action, people, what: None, why: None, registration: None }
    }

    /// About one person.
    pub const fn about(action: Action, registration: RegistrationId) -> Self {
        Self { action, people: 1, what: None, why: None, registration: Some(registration) }
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Action {
    /// As it is kept, and the end of the key of its words.
    pub fn word(&self) -> String {
        self.to_value()
    }
}

pub async fn note(
    db: &impl ConnectionTrait,
    at: DateTime<Utc>,
    account: AccountId,
    event: EventId,
    action: Action,
    people: usize,
) -> Result<(), DbErr> {
    keep(db, at, account, event, Deed::of(action, people)).await
}

/// Notes a deed with all there is to say about it.
pub async fn keep(
    db: &impl ConnectionTrait,
    at: DateTime<Utc>,
    account: AccountId,
    event: EventId,
    deed: Deed<'_>,
) -> Result<(), DbErr> {
    let row = ActiveModel {
        id: Set(Uuid::now_v7()),
        at: Set(at),
        account_id: Set(account.0),
        event_id: Set(event.0),
        action: Set(deed.action),
        people: Set(i32::try_from(deed.people).unwrap_or(i32::MAX)),
        what: Set(deed.what.map(ToOwned::to_owned)),
        why: Set(deed.why.map(ToOwned::to_owned)),
        registration_id: Set(deed.registration.map(|registration| registration.0)),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// Looks at the lists of an event, latest first.
pub async fn of_event(db: &impl ConnectionTrait, event: EventId) -> Result<Vec<Model>, DbErr> {
    use sea_orm::QueryOrder;
    let looks = Entity::find().filter(Column::EventId.eq(event.0));
    looks.order_by_desc(Column::At).order_by_desc(Column::Id).all(db).await
}

/// A page of what was done at an event, latest first and counted from 0, and how much there is in all.
pub async fn of_event_in_pages(
    db: &impl ConnectionTrait,
    event: EventId,
    page: u64,
    size: u64,
) -> Result<(Vec<Model>, u64), DbErr> {
    use sea_orm::{QueryOrder, QuerySelect};
    let all = Entity::find().filter(Column::EventId.eq(event.0));
    let total = all.clone().count(db).await?;
    let some = all.order_by_desc(Column::At).order_by_desc(Column::Id).offset(page.saturating_mul(size)).limit(size);
    Ok((some.all(db).await?, total))
}
