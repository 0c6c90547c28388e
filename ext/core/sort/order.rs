//! Sorting, comparison by comparison as PHP does it: where an order contradicts itself (values of
//! different types), the result depends on which pairs are compared.

use runtime::raise::Res;

use super::Entry;

/// Compares two elements: below 0, 0, above 0.
type Compare<'c> = dyn FnMut(&Entry, &Entry) -> Res<i32> + 'c;

/// Up to this many elements are inserted one by one.
const INSERTION_MAX: usize = 16;
/// From this many on the pivot is the middle of five.
const LARGE: usize = 1024;
/// Elements that are inserted by looking at each place.
const LINEAR: usize = 6;

/// Sorts.
pub fn sort_entries(mut entries: &mut [Entry], compare: &mut Compare<'_>) -> Res<()> {
    while entries.len() > INSERTION_MAX {
        let middle = partition(entries, compare)?;
        let (left, rest) = entries.split_at_mut(middle);
        let right = &mut rest[1..];
        if left.len() < right.len() {
            sort_entries(left, compare)?;
            entries = right;
        } else {
            sort_entries(right, compare)?;
            entries = left;
        }
    }
    match entries.len() {
        0 | 1 => Ok(()),
        2 => sink(entries, &[0, 1], compare),
        few @ 3..LINEAR => order_places(entries, &[0, 1, 2, 3, 4][..few], compare),
        _ => insert_all(entries, compare),
    }
}

fn insert_all(entries: &mut [Entry], compare: &mut Compare<'_>) -> Res<()> {
    for index in 1..entries.len() {
        if compare(&entries[index - 1], &entries[index])? <= 0 {
            continue;
        }
        let place = if index < LINEAR {
            linear_place(entries, index, compare)?
        } else {
            double_step_place(entries, index, compare)?
        };
        entries[place..=index].rotate_right(1);
    }
    Ok(())
}

/// Where the element goes, looking at one place after the other.
fn linear_place(entries: &[Entry], index: usize, compare: &mut Compare<'_>) -> Res<usize> {
    let mut place = index - 1;
    while place > 0 {
        if compare(&entries[place - 1], &entries[index])? <= 0 {
            break;
        }
        place -= 1;
    }
    Ok(place)
}

/// The same, looking at every second place first.
fn double_step_place(entries: &[Entry], index: usize, compare: &mut Compare<'_>) -> Res<usize> {
    let mut place = index - 1;
    loop {
        place -= 2;
        if compare(&entries[place], &entries[index])? <= 0 {
            place += 1;
            let fits = compare(&entries[place], &entries[index])? <= 0;
            return Ok(if fits { place + 1 } else { place });
        }
        if place == 0 {
            return Ok(0);
        }
        if place == 1 {
            let behind = compare(&entries[index], &entries[0])? > 0;
            return Ok(usize::from(behind));
        }
    }
}

/// Puts smaller elements before a pivot and greater ones behind it; where the pivot is then.
fn partition(entries: &mut [Entry], compare: &mut Compare<'_>) -> Res<usize> {
    let (middle, last) = (entries.len() / 2, entries.len() - 1);
    if entries.len() >= LARGE {
        let quarter = middle / 2;
        order_places(entries, &[0, quarter, middle, middle + quarter, last], compare)?;
    } else {
        order_places(entries, &[0, middle, last], compare)?;
    }
    entries.swap(1, middle);
    let (mut low, mut high) = (2, last);
    'scan: loop {
        while compare(&entries[1], &entries[low])? > 0 {
            low += 1;
            if low == high {
                break 'scan;
            }
        }
        high -= 1;
        if high == low {
            break;
        }
        while compare(&entries[high], &entries[1])? > 0 {
            high -= 1;
            if high == low {
                break 'scan;
            }
        }
        entries.swap(low, high);
        low += 1;
        if low == high {
            break;
        }
    }
    entries.swap(1, low - 1);
    Ok(low - 1)
}

/// Orders the elements at three to five places among themselves.
fn order_places(entries: &mut [Entry], places: &[usize], compare: &mut Compare<'_>) -> Res<()> {
    order_three(entries, [places[0], places[1], places[2]], compare)?;
    for index in 3..places.len() {
        sink(entries, &places[..=index], compare)?;
    }
    Ok(())
}

/// Moves the element at the last place before those that are greater.
fn sink(entries: &mut [Entry], places: &[usize], compare: &mut Compare<'_>) -> Res<()> {
    for pair in places.windows(2).rev() {
        if compare(&entries[pair[0]], &entries[pair[1]])? <= 0 {
            break;
        }
        entries.swap(pair[0], pair[1]);
    }
    Ok(())
}

/// Orders three elements. When the first two are the wrong way round, the last is compared from
/// its side: that shows where the order contradicts itself.
fn order_three(
    entries: &mut [Entry],
    [first, second, third]: [usize; 3],
    compare: &mut Compare<'_>,
) -> Res<()> {
    if compare(&entries[first], &entries[second])? <= 0 {
        if compare(&entries[second], &entries[third])? > 0 {
            entries.swap(second, third);
            return sink(entries, &[first, second], compare);
        }
        return Ok(());
    }
    if compare(&entries[third], &entries[second])? <= 0 {
        entries.swap(first, third);
        return Ok(());
    }
    entries.swap(first, second);
    sink(entries, &[second, third], compare)
}
